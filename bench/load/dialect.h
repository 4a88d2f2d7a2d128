/* dialect.h: what is said on the socket: Yoriai's own words, or the bare frames of the limit program. */
#ifndef LOAD_DIALECT_H
#define LOAD_DIALECT_H

#include <stddef.h>
#include <stdint.h>

#include "seats.h"

#define POST_MOST 4096

typedef enum {
  SAID_HELLO,     /* the subscription stands */
  SAID_BEAT,      /* wants the client's beat in return */
  SAID_OK,        /* the post with this number is durable */
  SAID_REFUSED,   /* the post with this number was refused */
  SAID_SOMETHING, /* a fact, a signal: looked at for its stamp */
} said;

typedef struct {
  const char *path;
  const char *beat; /* the client's answer to a beat */
  /* The client's first words; 0 when the server speaks first. */
  size_t (*greet)(char *out, const seat *at);
  size_t (*post)(char *out, const seat *at, uint32_t number, const char *text);
  /* What the server said; sets the number for SAID_OK and SAID_REFUSED. */
  said (*understand)(const char *text, size_t length, uint32_t *number);
  int answers_posts; /* 0: the sender's own copy is the only answer there is */
} dialect;

extern const dialect YORIAI, RAW;

#endif
