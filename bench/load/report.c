/* report.c: one line of JSON on standard output, read by whoever started the load. */
#include "report.h"

#include <stdio.h>

#include "clock.h"

use use_now(const options *asked, const tally *told) {
  use now = {.own_ns = own_cpu_ns(), .told = *told};
  now.server_ns = cpu_of_family(asked->server);
  now.second_ns = cpu_of_family(asked->second);
  now.database_ns = cpu_of_family(asked->database);
  now.threads = cpu_of_threads(asked->server);
  now.at = now_ns(); /* last, as reading /proc takes a while: what it took stands outside the window at both ends */
  return now;
}

static uint64_t cpu_before(const threads_use *threads, int id) {
  for (int i = 0; i < threads->count; i++) {
    if (threads->all[i].id == id) return threads->all[i].cpu_ns;
  }
  return 0;
}

static void print_threads(const use *before, const use *after) {
  printf("\"threads\":[");
  for (int i = 0; i < after->threads.count; i++) {
    const thread_use *it = &after->threads.all[i];
    double us = (double)(it->cpu_ns - cpu_before(&before->threads, it->id)) / 1e3;
    printf("%s{\"name\":\"%s\",\"cpu_us\":%.0f}", i ? "," : "", it->name, us);
  }
  printf("],");
}

static void print_times(const char *name, const histogram *of) {
  printf("\"%s\":{\"count\":%llu,\"p50_ms\":%.3f,\"p95_ms\":%.3f,\"p99_ms\":%.3f,\"longest_ms\":%.3f},", name,
         (unsigned long long)of->count, histogram_ms(of, .5), histogram_ms(of, .95), histogram_ms(of, .99),
         (double)of->longest_ns / 1e6);
}

static void print_tally(const char *name, const tally *told, const tally *since) {
  printf("\"%s\":{\"posted\":%llu,\"answered\":%llu,\"refused\":%llu,\"delivered\":%llu},", name,
         (unsigned long long)(told->posted - since->posted), (unsigned long long)(told->answered - since->answered),
         (unsigned long long)(told->refused - since->refused),
         (unsigned long long)(told->delivered - since->delivered));
}

void report_fan(const fan *it, const crowd *among, const use *before, const use *after) {
  const tally nothing = {0};
  double seconds = (double)(after->at - before->at) / 1e9;
  printf("{\"online\":%d,\"lost\":%d,\"senders\":%d,\"seconds\":%.6f,", among->ready, among->lost, it->sender_count,
         seconds);
  print_tally("measured", &after->told, &before->told);
  print_tally("whole", &it->told, &nothing);
  print_times("delivery", &it->delivery);
  print_times("answer", &it->answer);
  print_threads(before, after);
  printf("\"second_cpu_us\":%.0f,", (double)(after->second_ns - before->second_ns) / 1e3);
  printf("\"server_cpu_us\":%.0f,\"database_cpu_us\":%.0f,\"own_cpu_us\":%.0f,\"resident_kib\":%ld}\n",
         (double)(after->server_ns - before->server_ns) / 1e3, (double)(after->database_ns - before->database_ns) / 1e3,
         (double)(after->own_ns - before->own_ns) / 1e3, resident_kib(it->asked->server));
}

void report_storm(const storm_told *told, const crowd *among, const use *before, const use *after, const options *asked) {
  printf("{\"online\":%d,\"lost\":%d,\"turned_away\":%d,\"refused\":%llu,\"lines\":%llu,\"bytes\":%llu,", among->ready, among->lost, among->turned_away,
         (unsigned long long)told->refused, (unsigned long long)told->lines, (unsigned long long)told->bytes);
  print_times("back", &told->back);
  printf("\"server_cpu_us\":%.0f,\"database_cpu_us\":%.0f,\"own_cpu_us\":%.0f,\"resident_kib\":%ld}\n",
         (double)(after->server_ns - before->server_ns) / 1e3, (double)(after->database_ns - before->database_ns) / 1e3,
         (double)(after->own_ns - before->own_ns) / 1e3, resident_kib(asked->server));
}

static void print_action(const day_action *it) {
  double mean = it->took.count ? (double)it->sum_ns / 1e6 / (double)it->took.count : 0;
  printf("{\"name\":\"%s\",\"failed\":%llu,", it->name, (unsigned long long)it->failed);
  print_times("took", &it->took);
  printf("\"mean_ms\":%.3f}", mean);
}

static void add_action(day_action *to, const day_action *more) {
  for (int i = 0; i < HISTOGRAM_BINS; i++) to->took.bins[i] += more->took.bins[i];
  to->took.count += more->took.count;
  if (more->took.longest_ns > to->took.longest_ns) to->took.longest_ns = more->took.longest_ns;
  to->sum_ns += more->sum_ns;
  to->failed += more->failed;
}

void report_day(const day_told *told, const crowd *among, const use *before, const use *after, const options *asked) {
  static day_action all = {.name = "all"};
  printf("{\"online\":%d,\"lost\":%d,\"seconds\":%.3f,\"heard\":%llu,\"refused\":%llu,\"unanswered\":%d,\"actions\":[",
         among->ready, among->lost, (double)(after->at - before->at) / 1e9, (unsigned long long)told->heard,
         (unsigned long long)told->refused, told->unanswered);
  for (int i = 0; i < ACTIONS; i++) {
    if (i) printf(",");
    print_action(&told->actions[i]);
    add_action(&all, &told->actions[i]);
  }
  printf("],\"all\":");
  print_action(&all);
  printf(",\"second_cpu_us\":%.0f", (double)(after->second_ns - before->second_ns) / 1e3);
  printf(",\"server_cpu_us\":%.0f,\"database_cpu_us\":%.0f,\"own_cpu_us\":%.0f,\"resident_kib\":%ld}\n",
         (double)(after->server_ns - before->server_ns) / 1e3, (double)(after->database_ns - before->database_ns) / 1e3,
         (double)(after->own_ns - before->own_ns) / 1e3, resident_kib(asked->server));
}

void report_idle(const step *steps, int count, const crowd *among) {
  printf("{\"online\":%d,\"lost\":%d,\"steps\":[", among->ready, among->lost);
  for (int i = 0; i < count; i++)
    printf("%s{\"online\":%d,\"resident_kib\":%ld,\"seconds\":%.3f,\"cpu_us\":%.1f}", i ? "," : "", steps[i].online,
           steps[i].resident_kib, steps[i].seconds, steps[i].cpu_us);
  printf("]}\n");
}
