/* limit.c: the least a server can do: what one member says is copied once and sent to every member of the room.

   One send(2) per recipient and nothing else: no accounts, no storage, no JSON. It marks what this machine can do at
   all, so that Yoriai's figures can be given as multiples of it and compared between machines.
   Speaks WebSocket just far enough: any upgrade is granted, "J<room>" joins, every other text is passed on.
   A frame must come in whole, which short frames on loopback do. */
#define _GNU_SOURCE
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#define SOCKETS_MOST 65536
#define ROOMS_MOST 65536
#define FRAME_MOST 65536
#define EVENTS_MOST 1024
#define NO_ROOM -1

static const char UPGRADED[] = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                               "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n";
static const char JOINED[] = "\x81\x06joined";

typedef struct {
  int is_upgraded, room;
} client;

typedef struct {
  int *sockets, count, most;
} room;

static client clients[SOCKETS_MOST]; /* by socket */
static room rooms[ROOMS_MOST];
static int epoll;

static void give_up(const char *why) {
  perror(why);
  exit(1);
}

static int listen_on_loopback(void) {
  struct sockaddr_in at = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t size = sizeof at;
  int door = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  if (door < 0 || bind(door, (struct sockaddr *)&at, size) || listen(door, 4096)) give_up("listen");
  if (getsockname(door, (struct sockaddr *)&at, &size)) give_up("port");
  printf("%d\n", ntohs(at.sin_port));
  fflush(stdout);
  return door;
}

static void watch(int socket) {
  struct epoll_event event = {.events = EPOLLIN, .data.fd = socket};
  if (epoll_ctl(epoll, EPOLL_CTL_ADD, socket, &event)) give_up("epoll");
}

static void let_in(int door) {
  int yes = 1;
  for (int come; (come = accept4(door, NULL, NULL, SOCK_NONBLOCK)) >= 0;) {
    if (come >= SOCKETS_MOST) {
      close(come);
      continue;
    }
    setsockopt(come, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    clients[come] = (client){.room = NO_ROOM};
    watch(come);
  }
}

static void join(int socket, int number) {
  if (number < 0 || number >= ROOMS_MOST || clients[socket].room != NO_ROOM) return;
  room *into = &rooms[number];
  if (into->count == into->most) {
    into->most = into->most * 2 + 16;
    into->sockets = realloc(into->sockets, (size_t)into->most * sizeof(int));
    if (!into->sockets) give_up("memory");
  }
  into->sockets[into->count++] = socket;
  clients[socket].room = number;
  send(socket, JOINED, sizeof JOINED - 1, MSG_NOSIGNAL);
}

static void leave(int socket) {
  if (clients[socket].room != NO_ROOM) {
    room *from = &rooms[clients[socket].room];
    for (int i = 0; i < from->count; i++) {
      if (from->sockets[i] == socket) from->sockets[i--] = from->sockets[--from->count];
    }
  }
  close(socket);
}

static void pass_on(int socket, const unsigned char *text, size_t length) {
  static unsigned char frame[FRAME_MOST + 4];
  size_t head = 0;
  if (clients[socket].room == NO_ROOM) return;
  frame[head++] = 0x81;
  if (length < 126) {
    frame[head++] = (unsigned char)length;
  } else {
    frame[head++] = 126;
    frame[head++] = (unsigned char)(length >> 8);
    frame[head++] = (unsigned char)length;
  }
  memcpy(frame + head, text, length);
  const room *to = &rooms[clients[socket].room];
  for (int i = 0; i < to->count; i++) send(to->sockets[i], frame, head + length, MSG_NOSIGNAL | MSG_DONTWAIT);
}

/* Returns the bytes of the masked frame at the beginning; 0 when it is not whole. */
static size_t hear_frame(int socket, unsigned char *bytes, size_t length) {
  if (length < 6) return 0;
  size_t head = 2, size = bytes[1] & 127;
  if (size == 127) return 0;
  if (size == 126) size = (size_t)(bytes[2] << 8 | bytes[3]), head = 4;
  if (head + 4 + size > length) return 0;
  const unsigned char *mask = bytes + head;
  unsigned char *text = bytes + head + 4;
  for (size_t i = 0; i < size; i++) text[i] ^= mask[i & 3];
  if ((bytes[0] & 15) != 1) return head + 4 + size;
  if (size && text[0] == 'J') {
    join(socket, atoi((const char *)text + 1));
  } else {
    pass_on(socket, text, size);
  }
  return head + 4 + size;
}

static void hear(int socket) {
  static unsigned char bytes[FRAME_MOST + 1];
  ssize_t got = recv(socket, bytes, FRAME_MOST, 0);
  if (got <= 0) {
    leave(socket);
    return;
  }
  bytes[got] = 0; /* the room's number is read up to here */
  if (!clients[socket].is_upgraded) {
    clients[socket].is_upgraded = 1;
    send(socket, UPGRADED, sizeof UPGRADED - 1, MSG_NOSIGNAL);
    return;
  }
  size_t length = (size_t)got, done = 0;
  for (size_t taken; done < length && (taken = hear_frame(socket, bytes + done, length - done)); done += taken) {
  }
  if (done < length) leave(socket);
}

static void allow_files(void) {
  struct rlimit files;
  if (getrlimit(RLIMIT_NOFILE, &files)) return;
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
}

int main(void) {
  struct epoll_event events[EVENTS_MOST];
  prctl(PR_SET_PDEATHSIG, SIGTERM);
  allow_files();
  epoll = epoll_create1(0);
  int door = listen_on_loopback();
  watch(door);
  for (;;) {
    int count = epoll_wait(epoll, events, EVENTS_MOST, -1);
    for (int i = 0; i < count; i++) {
      if (events[i].data.fd == door) {
        let_in(door);
      } else {
        hear(events[i].data.fd);
      }
    }
  }
}
