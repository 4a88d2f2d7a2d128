/* stamp.c: the mark in every message by which a delivery is known. */
#define _GNU_SOURCE
#include "stamp.h"

#include <stdio.h>
#include <string.h>

void stamp_write(char *out, stamp it) {
  snprintf(out, STAMP_LENGTH + 1, "@T%016llx%04x%08x@", (unsigned long long)it.posted_at, it.sender & 0xffff,
           it.number);
}

/* Each delivery of a thousand is read here, so no sscanf. */
static uint64_t hex(const char *digits, int count) {
  uint64_t value = 0;
  for (int i = 0; i < count; i++) {
    char digit = digits[i];
    value = value << 4 | (uint64_t)(digit <= '9' ? digit - '0' : digit - 'a' + 10);
  }
  return value;
}

bool stamp_find(const char *text, size_t length, stamp *found) {
  const char *end = text + length;
  while (end - text >= STAMP_LENGTH) {
    const char *at = memmem(text, (size_t)(end - text), "@T", 2);
    if (!at || end - at < STAMP_LENGTH) return false;
    if (at[STAMP_LENGTH - 1] == '@') {
      found->posted_at = hex(at + 2, 16);
      found->sender = (uint32_t)hex(at + 18, 4);
      found->number = (uint32_t)hex(at + 22, 8);
      return true;
    }
    text = at + 2;
  }
  return false;
}
