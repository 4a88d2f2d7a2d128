/* buffer.h: bytes that wait, either to be written or for the rest of their frame. */
#ifndef LOAD_BUFFER_H
#define LOAD_BUFFER_H

#include <stddef.h>

typedef struct {
  char *bytes;
  size_t length, room;
} buffer;

void buffer_append(buffer *it, const char *bytes, size_t length);
void buffer_drop_front(buffer *it, size_t length);

/* Holds exactly these bytes. Nothing to hold gives the memory back: thousands of clients mostly hold nothing. */
void buffer_hold(buffer *it, const char *bytes, size_t length);

#endif
