// SPDX-License-Identifier: Apache-2.0
//
// Ringbook under the public yardstick matching-engine-benchmark: the C interface that its harness loads
// (api/matching_engine_api.h of a checkout), carried out by io.ringbook.bench.yardstick.YardstickEngine in a JVM
// that engine_init creates. One call into Java for each run of messages, which Java reads where the harness has
// them; reports are written by Java in place. Everything here runs on the harness' matcher thread but ring_drain.
//
// Environment, all optional:
//   RINGBOOK_YARDSTICK_QUEUE      ring (default): reports go through the ring of ring.h; harness: through the harness' queue
//   RINGBOOK_YARDSTICK_ENGINE     book (default), or echo: answers without an engine, to see what all else costs
//   RINGBOOK_YARDSTICK_CLASSPATH  classes to take in place of engine-bench's jar
//   RINGBOOK_JAVA_OPTS            further JVM flags, after those of bin/jvm.options
//
// build.sh gives RINGBOOK_HOME (the project's folder) and JVM_LIBRARY (libjvm.so).
#include "matching_engine_api.h"
#include "ring.h"

#include <dlfcn.h>
#include <jni.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_OPTIONS 64
#define MAX_OPTION_LENGTH 4096
#define BUFFER_REPORTS 64
#define SCRATCH_REPORTS 64

static JavaVM* vm;
static JNIEnv* env;
static jobject engine;
static jmethodID play, best_bid, best_ask, quantity_at;

// ---- the harness' queue ------------------------------------------------------------------------

static const me_transport_t* queue;
static void* queue_handle;

// HarnessOutlet.push; drops what the warm-up reports, before `queue` is set.
static void JNICALL push_reports(JNIEnv* e, jclass c, jlong address, jlong count) {
    (void) e;
    (void) c;
    if (queue == NULL) {
        return;
    }
    const me_report_t* report = (const me_report_t*) address;
    for (const me_report_t* end = report + count; report != end; report++) {
        while (!queue->push(queue_handle, report)) {
#if defined(__x86_64__)
            __builtin_ia32_pause();
#endif
        }
    }
}

// ---- the JVM -----------------------------------------------------------------------------------

static void die(const char* what) {
    fprintf(stderr, "ringbook yardstick: %s\n", what);
    if (env != NULL && (*env)->ExceptionCheck(env)) {
        (*env)->ExceptionDescribe(env);
    }
    abort();
}

static void must(const char* what) {
    if ((*env)->ExceptionCheck(env)) {
        die(what);
    }
}

static JavaVMOption options[MAX_OPTIONS];
static int option_count;

static void add_option(const char* text) {
    if (option_count == MAX_OPTIONS) {
        die("too many JVM options");
    }
    options[option_count++].optionString = strdup(text);
}

// The lines of bin/jvm.options but for comments, then the words of RINGBOOK_JAVA_OPTS.
static void add_options(void) {
    static char line[MAX_OPTION_LENGTH];
    FILE* file = fopen(RINGBOOK_HOME "/bin/jvm.options", "r");
    if (file == NULL) {
        die("cannot read " RINGBOOK_HOME "/bin/jvm.options");
    }
    while (fgets(line, sizeof line, file) != NULL) {
        line[strcspn(line, "\r\n")] = 0;
        if (line[0] != 0 && line[0] != '#') {
            add_option(line);
        }
    }
    fclose(file);
    const char* more = getenv("RINGBOOK_JAVA_OPTS");
    if (more != NULL) {
        snprintf(line, sizeof line, "%s", more);
        for (char* word = strtok(line, " "); word != NULL; word = strtok(NULL, " ")) {
            add_option(word);
        }
    }
    const char* classes = getenv("RINGBOOK_YARDSTICK_CLASSPATH");
    snprintf(line, sizeof line, "-Djava.class.path=%s",
             classes != NULL ? classes : RINGBOOK_HOME "/engine-bench/target/ringbook-bench.jar");
    add_option(line);
}

// The harness has pinned this thread, and threads inherit that: the JVM's own would all stand in its way.
static void create_vm(void) {
    void* library = dlopen(JVM_LIBRARY, RTLD_NOW | RTLD_GLOBAL | RTLD_NODELETE);
    if (library == NULL) {
        die(dlerror());
    }
    jint (*create)(JavaVM**, void**, void*) =
        (jint (*)(JavaVM**, void**, void*)) dlsym(library, "JNI_CreateJavaVM");
    if (create == NULL) {
        die("no JNI_CreateJavaVM in " JVM_LIBRARY);
    }
    cpu_set_t pinned, all;
    int known = sched_getaffinity(0, sizeof pinned, &pinned) == 0;
    memset(&all, 0xff, sizeof all);
    sched_setaffinity(0, sizeof all, &all);
    JavaVMInitArgs arguments = {JNI_VERSION_21, option_count, options, JNI_FALSE};
    if (create(&vm, (void**) &env, &arguments) != JNI_OK) {
        die("the JVM does not start");
    }
    if (known) {
        sched_setaffinity(0, sizeof pinned, &pinned);
    }
}

static jclass find_class(const char* name) {
    jclass found = (*env)->FindClass(env, name);
    must(name);
    return found;
}

static jmethodID find_method(jclass of, const char* name, const char* signature) {
    jmethodID found = (*env)->GetMethodID(env, of, name, signature);
    must(name);
    return found;
}

// ---- the interface -----------------------------------------------------------------------------

void engine_init(uint64_t seed, const me_transport_t* transport, void* sink) {
    (void) seed;
    add_options();
    create_vm();
    jclass type = find_class("io/ringbook/bench/yardstick/YardstickEngine");
    int is_ring = transport == &RING;
    struct ring* scratch = new_ring(SCRATCH_REPORTS);
    void* memory = is_ring ? sink : new_ring(BUFFER_REPORTS);
    if (memory == NULL || scratch == NULL) {
        die("no memory");
    }
    if (!is_ring) {
        jclass outlet = find_class("io/ringbook/bench/yardstick/HarnessOutlet");
        JNINativeMethod push = {"push", "(JJ)V", (void*) push_reports};
        (*env)->RegisterNatives(env, outlet, &push, 1);
        must("HarnessOutlet.push");
    }
    scratch->read = (uint64_t) 1 << 62; // never full: nobody reads it
    jmethodID start = (*env)->GetStaticMethodID(
        env, type, "start", "(ZJJJJZ)Lio/ringbook/bench/yardstick/YardstickEngine;");
    must("start");
    jobject made = (*env)->CallStaticObjectMethod(
        env, type, start, (jboolean) is_ring, (jlong) memory,
        (jlong) (is_ring ? ring_capacity : BUFFER_REPORTS), (jlong) scratch, (jlong) SCRATCH_REPORTS,
        (jboolean) is_set_to("RINGBOOK_YARDSTICK_ENGINE", "echo"));
    must("YardstickEngine.start");
    engine = (*env)->NewGlobalRef(env, made);
    play = find_method(type, "play", "(JI)V");
    best_bid = find_method(type, "bestBid", "()J");
    best_ask = find_method(type, "bestAsk", "()J");
    quantity_at = find_method(type, "quantityAt", "(JI)J");
    queue = transport;
    queue_handle = sink;
}

// The process ends after this; a JVM cannot be made twice in one anyway.
void engine_shutdown(void) {}

void engine_on_batch(const me_msg_t* messages, uint32_t count) {
    (*env)->CallVoidMethod(env, engine, play, (jlong) messages, (jint) count);
    must("play");
}

static void play_one(uint8_t type, const void* message, size_t length) {
    me_msg_t one = {.type = type};
    memcpy(&one.no, message, length);
    engine_on_batch(&one, 1);
}

void engine_on_new_order(const new_order_t* order) {
    play_one(0, order, sizeof *order);
}

void engine_on_cancel(const cancel_t* cancel) {
    play_one(1, cancel, sizeof *cancel);
}

void engine_on_modify(const modify_t* modify) {
    play_one(2, modify, sizeof *modify);
}

// All is done and published when a call returns.
void engine_flush(void) {}

int64_t engine_query_best_bid(void) {
    int64_t price = (*env)->CallLongMethod(env, engine, best_bid);
    must("bestBid");
    return price;
}

int64_t engine_query_best_ask(void) {
    int64_t price = (*env)->CallLongMethod(env, engine, best_ask);
    must("bestAsk");
    return price;
}

uint64_t engine_query_depth_at(int64_t price, uint8_t side) {
    uint64_t quantity = (uint64_t) (*env)->CallLongMethod(env, engine, quantity_at, (jlong) price, (jint) side);
    must("quantityAt");
    return quantity;
}
