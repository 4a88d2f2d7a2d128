/* frames.c: WebSocket frames as the client writes and reads them. */
#include "frames.h"

#include <stdint.h>
#include <string.h>

#define MASKED 0x80

/* The mask is four zero bytes: legal, and the payload need not be touched. The server unmasks it all the same. */
size_t frame_head(char *out, int opcode, size_t length) {
  size_t at = 0;
  out[at++] = (char)(0x80 | opcode);
  if (length < 126) {
    out[at++] = (char)(MASKED | length);
  } else if (length < 65536) {
    out[at++] = (char)(MASKED | 126);
    out[at++] = (char)(length >> 8);
    out[at++] = (char)length;
  } else {
    out[at++] = (char)(MASKED | 127);
    for (int shift = 56; shift >= 0; shift -= 8) out[at++] = (char)((uint64_t)length >> shift);
  }
  memset(out + at, 0, 4);
  return at + 4;
}

static uint64_t big_endian(const unsigned char *bytes, int count) {
  uint64_t value = 0;
  for (int i = 0; i < count; i++) value = value << 8 | bytes[i];
  return value;
}

int frame_read(const char *bytes, size_t length, frame *read) {
  if (length < 2) return 0;
  const unsigned char *head = (const unsigned char *)bytes;
  uint64_t payload = head[1] & 127;
  size_t wide = payload == 126 ? 2 : payload == 127 ? 8 : 0;
  if (length < 2 + wide) return 0;
  if (wide) payload = big_endian(head + 2, (int)wide);
  if (length - 2 - wide < payload) return 0;
  *read = (frame){
      .opcode = head[0] & 15,
      .is_whole = head[0] >> 7,
      .payload = bytes + 2 + wide,
      .length = (size_t)payload,
      .taken = 2 + wide + (size_t)payload,
  };
  return 1;
}
