/* histogram.c: how long things took. Bins grow with the length: 32 to each doubling, so the error stays even. */
#include "histogram.h"

#include <math.h>

#define UNIT_NS 100
#define BITS 5
#define BINS_PER_DOUBLING (1 << BITS)

/* Below 64 units a bin is one unit; above, the top six bits of the number of units choose the bin. */
static int bin_of(uint64_t units) {
  if (units < 2 * BINS_PER_DOUBLING) return (int)units;
  int shift = 63 - __builtin_clzll(units) - BITS;
  int bin = shift * BINS_PER_DOUBLING + (int)(units >> shift);
  return bin < HISTOGRAM_BINS ? bin : HISTOGRAM_BINS - 1;
}

static double middle_ms(int bin) {
  int shift = bin < 2 * BINS_PER_DOUBLING ? 0 : bin / BINS_PER_DOUBLING - 1;
  uint64_t lowest = (uint64_t)(bin - shift * BINS_PER_DOUBLING) << shift;
  double width = (double)((uint64_t)1 << shift);
  return ((double)lowest + width / 2) * UNIT_NS / 1e6;
}

void histogram_add(histogram *it, uint64_t ns) {
  it->bins[bin_of(ns / UNIT_NS)]++;
  it->count++;
  if (ns > it->longest_ns) it->longest_ns = ns;
}

double histogram_ms(const histogram *it, double share) {
  if (!it->count) return 0;
  uint64_t wanted = (uint64_t)ceil(share * (double)it->count), seen = 0;
  if (wanted < 1) wanted = 1;
  for (int bin = 0; bin < HISTOGRAM_BINS; bin++) {
    seen += it->bins[bin];
    if (seen >= wanted) return middle_ms(bin);
  }
  return (double)it->longest_ns / 1e6;
}
