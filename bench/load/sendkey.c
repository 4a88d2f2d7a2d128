/* sendkey.c: ULIDs: 48 bits of wall-clock milliseconds, then 80 bits of chance, in Crockford's base 32. */
#include "sendkey.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/random.h>
#include <time.h>

#define TIME_CHARACTERS 10

static const char ALPHABET[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/* splitmix64, seeded by the kernel: asking the kernel for every message would show in the figures. */
static uint64_t chance(void) {
  static uint64_t state;
  if (!state && getrandom(&state, sizeof state, 0) != sizeof state) {
    perror("getrandom");
    exit(1);
  }
  uint64_t z = state += 0x9e3779b97f4a7c15ull;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
  return z ^ (z >> 31);
}

void send_key_write(char *out) {
  struct timespec at;
  clock_gettime(CLOCK_REALTIME, &at);
  uint64_t ms = (uint64_t)at.tv_sec * 1000 + (uint64_t)at.tv_nsec / 1000000;
  for (int i = TIME_CHARACTERS - 1; i >= 0; i--, ms >>= 5) out[i] = ALPHABET[ms & 31];
  uint64_t first = chance(), second = chance();
  for (int i = 0; i < 8; i++, first >>= 5) out[TIME_CHARACTERS + i] = ALPHABET[first & 31];
  for (int i = 8; i < 16; i++, second >>= 5) out[TIME_CHARACTERS + i] = ALPHABET[second & 31];
  out[SEND_KEY_LENGTH] = 0;
}
