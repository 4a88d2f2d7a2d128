/* buffer.c: bytes that wait, either to be written or for the rest of their frame. */
#include "buffer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void buffer_append(buffer *it, const char *bytes, size_t length) {
  if (it->length + length > it->room) {
    it->room = (it->length + length) * 2;
    it->bytes = realloc(it->bytes, it->room);
    if (!it->bytes) {
      perror("memory");
      exit(1);
    }
  }
  memcpy(it->bytes + it->length, bytes, length);
  it->length += length;
}

void buffer_drop_front(buffer *it, size_t length) {
  it->length -= length;
  memmove(it->bytes, it->bytes + length, it->length);
}

void buffer_hold(buffer *it, const char *bytes, size_t length) {
  it->length = 0;
  if (length) {
    buffer_append(it, bytes, length);
    return;
  }
  free(it->bytes);
  it->bytes = NULL;
  it->room = 0;
}
