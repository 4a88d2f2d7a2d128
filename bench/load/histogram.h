/* histogram.h: how long things took, from 100 ns to hours, true to about 3 % at every length. */
#ifndef LOAD_HISTOGRAM_H
#define LOAD_HISTOGRAM_H

#include <stdint.h>

#define HISTOGRAM_BINS 2048

typedef struct {
  uint64_t bins[HISTOGRAM_BINS];
  uint64_t count, longest_ns;
} histogram;

void histogram_add(histogram *it, uint64_t ns);

/* The length in milliseconds that this share (0 to 1) of the entries does not exceed; 0 when there are none. */
double histogram_ms(const histogram *it, double share);

#endif
