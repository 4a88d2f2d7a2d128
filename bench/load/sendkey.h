/* sendkey.h: the key that makes posting safe to repeat, one ULID for each intended message. */
#ifndef LOAD_SENDKEY_H
#define LOAD_SENDKEY_H

#define SEND_KEY_LENGTH 26

/* Writes SEND_KEY_LENGTH characters and a closing zero. No two calls give the same key. */
void send_key_write(char *out);

#endif
