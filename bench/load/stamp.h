/* stamp.h: the mark in every message, @T<16 hex time><4 hex sender><8 hex number>@, by which a delivery is known.

   It is plain ASCII that no JSON writer escapes, so it is found in any frame without reading the frame's structure. */
#ifndef LOAD_STAMP_H
#define LOAD_STAMP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define STAMP_LENGTH 31

typedef struct {
  uint64_t posted_at;
  uint32_t sender, number;
} stamp;

/* Writes STAMP_LENGTH characters and a closing zero. */
void stamp_write(char *out, stamp it);

bool stamp_find(const char *text, size_t length, stamp *found);

#endif
