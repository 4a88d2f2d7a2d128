/* dialect.c: what is said on the socket.

   Every object of Yoriai's wire begins with the key that tells its kind, so the first bytes of a frame decide. */
#define _GNU_SOURCE
#include "dialect.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sendkey.h"

static bool begins(const char *text, size_t length, const char *with) {
  size_t wanted = strlen(with);
  return length >= wanted && !memcmp(text, with, wanted);
}

static size_t say_nothing(char *out, const seat *at) {
  (void)out, (void)at;
  return 0;
}

static size_t post_message(char *out, const seat *at, uint32_t number, const char *text) {
  char send_key[SEND_KEY_LENGTH + 1];
  send_key_write(send_key);
  int length = snprintf(out, POST_MOST,
                        "{\"do\":\"messages.post\",\"id\":\"%u\",\"room_id\":\"%s\",\"send_key\":\"%s\","
                        "\"parts\":[{\"kind\":\"text\",\"text\":\"%s\"}]}",
                        number, at->room_id, send_key, text);
  return length < POST_MOST ? (size_t)length : 0;
}

static said understand_answer(const char *text, size_t length, uint32_t *number) {
  static const char KEY[] = "{\"answer\":\"";
  *number = (uint32_t)strtoul(text + sizeof KEY - 1, NULL, 10);
  return memmem(text, length, "\"refused\":", 10) ? SAID_REFUSED : SAID_OK;
}

/* Facts first: of a thousand frames nearly all are facts. */
static said understand_yoriai(const char *text, size_t length, uint32_t *number) {
  if (begins(text, length, "{\"fact\"")) return SAID_SOMETHING;
  if (begins(text, length, "{\"answer\":\"")) return understand_answer(text, length, number);
  if (begins(text, length, "{\"beat\"")) return SAID_BEAT;
  if (begins(text, length, "{\"hello\"")) return SAID_HELLO;
  return SAID_SOMETHING;
}

static size_t join_room(char *out, const seat *at) { return (size_t)sprintf(out, "J%d", at->room); }

static size_t post_bare(char *out, const seat *at, uint32_t number, const char *text) {
  (void)at, (void)number;
  return (size_t)snprintf(out, POST_MOST, "%s", text);
}

static said understand_raw(const char *text, size_t length, uint32_t *number) {
  (void)number;
  return begins(text, length, "joined") ? SAID_HELLO : SAID_SOMETHING;
}

const dialect YORIAI = {
    .path = "/socket?v=1",
    .beat = "{\"do\":\"beat\"}",
    .greet = say_nothing,
    .post = post_message,
    .understand = understand_yoriai,
    .answers_posts = 1,
};

const dialect RAW = {
    .path = "/",
    .beat = "",
    .greet = join_room,
    .post = post_bare,
    .understand = understand_raw,
    .answers_posts = 0,
};
