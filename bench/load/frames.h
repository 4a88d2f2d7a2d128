/* frames.h: WebSocket frames (RFC 6455) as the client writes and reads them. */
#ifndef LOAD_FRAMES_H
#define LOAD_FRAMES_H

#include <stddef.h>

enum { FRAME_TEXT = 1, FRAME_CLOSE = 8, FRAME_PING = 9, FRAME_PONG = 10 };

#define FRAME_HEAD_MOST 14

typedef struct {
  int opcode;
  int is_whole; /* 0 for a piece of a fragmented message */
  const char *payload;
  size_t length, taken; /* bytes of payload; bytes of the whole frame */
} frame;

/* Writes the head of a frame of so many bytes; returns the head's length. */
size_t frame_head(char *out, int opcode, size_t length);

/* Reads the frame at the beginning of the bytes; returns 0 while it has not come in completely. */
int frame_read(const char *bytes, size_t length, frame *read);

#endif
