// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import com.google.flatbuffers.FlatBufferBuilder;
import com.google.flatbuffers.Struct;
import com.google.flatbuffers.Table;
import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.frame.FrameEncoder;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * One message type with its codecs and its generated accessors, and frames of it with random
 * content, from our encoder and from FlatBufferBuilder. By reflection, so that no message and no
 * field can be forgotten.
 */
record MessageCase(
        int type,
        boolean isFromClient,
        boolean isFromServer,
        Class<?> encoder,
        Class<?> decoder,
        Class<? extends Table> root,
        List<String> texts) {

    /** A frame and what was put into it, by the name of each field. */
    static final class Sample {
        private final byte[] frame;
        private final Map<String, Long> values;
        private final List<String> texts;

        Sample(byte[] frame, Map<String, Long> values, List<String> texts) {
            this.frame = frame;
            this.values = values;
            this.texts = texts;
        }

        byte[] frame() {
            return frame;
        }

        Map<String, Long> values() {
            return values;
        }

        List<String> texts() {
            return texts;
        }
    }

    static List<MessageCase> all() {
        return List.of(
                new MessageCase(
                        1,
                        true,
                        false,
                        LoginEncoder.class,
                        LoginDecoder.class,
                        io.ringbook.codec.fbs.orderentry.Login.class,
                        List.of("firm", "session")),
                new MessageCase(
                        2,
                        true,
                        true,
                        LogoutEncoder.class,
                        LogoutDecoder.class,
                        io.ringbook.codec.fbs.orderentry.Logout.class,
                        List.of("text")),
                new MessageCase(
                        3,
                        true,
                        true,
                        SequenceMarkEncoder.class,
                        SequenceMarkDecoder.class,
                        io.ringbook.codec.fbs.orderentry.Heartbeat.class,
                        List.of()),
                new MessageCase(
                        4,
                        true,
                        false,
                        PingEncoder.class,
                        PingDecoder.class,
                        io.ringbook.codec.fbs.orderentry.Ping.class,
                        List.of()),
                new MessageCase(
                        16,
                        true,
                        false,
                        NewOrderEncoder.class,
                        NewOrderDecoder.class,
                        io.ringbook.codec.fbs.orderentry.NewOrder.class,
                        List.of()),
                new MessageCase(
                        17,
                        true,
                        false,
                        ReplaceOrderEncoder.class,
                        ReplaceOrderDecoder.class,
                        io.ringbook.codec.fbs.orderentry.ReplaceOrder.class,
                        List.of()),
                new MessageCase(
                        18,
                        true,
                        false,
                        ReduceOrderEncoder.class,
                        ReduceOrderDecoder.class,
                        io.ringbook.codec.fbs.orderentry.ReduceOrder.class,
                        List.of()),
                new MessageCase(
                        19,
                        true,
                        false,
                        CancelOrderEncoder.class,
                        CancelOrderDecoder.class,
                        io.ringbook.codec.fbs.orderentry.CancelOrder.class,
                        List.of()),
                new MessageCase(
                        20,
                        true,
                        false,
                        MassCancelEncoder.class,
                        MassCancelDecoder.class,
                        io.ringbook.codec.fbs.orderentry.MassCancel.class,
                        List.of()),
                new MessageCase(
                        21,
                        true,
                        false,
                        OrderStatusRequestEncoder.class,
                        OrderStatusRequestDecoder.class,
                        io.ringbook.codec.fbs.orderentry.OrderStatusRequest.class,
                        List.of()),
                new MessageCase(
                        22,
                        true,
                        false,
                        OpenOrdersRequestEncoder.class,
                        OpenOrdersRequestDecoder.class,
                        io.ringbook.codec.fbs.orderentry.OpenOrdersRequest.class,
                        List.of()),
                new MessageCase(
                        63,
                        false,
                        true,
                        GreetingEncoder.class,
                        GreetingDecoder.class,
                        io.ringbook.codec.fbs.orderentry.Greeting.class,
                        List.of()),
                new MessageCase(
                        64,
                        false,
                        true,
                        LoginAcceptedEncoder.class,
                        LoginAcceptedDecoder.class,
                        io.ringbook.codec.fbs.orderentry.LoginAccepted.class,
                        List.of()),
                new MessageCase(
                        65,
                        false,
                        true,
                        LoginRejectedEncoder.class,
                        LoginRejectedDecoder.class,
                        io.ringbook.codec.fbs.orderentry.LoginRejected.class,
                        List.of("text")),
                new MessageCase(
                        66,
                        false,
                        true,
                        SequenceMarkEncoder.class,
                        SequenceMarkDecoder.class,
                        io.ringbook.codec.fbs.orderentry.ReplayComplete.class,
                        List.of()),
                new MessageCase(
                        67,
                        false,
                        true,
                        PongEncoder.class,
                        PongDecoder.class,
                        io.ringbook.codec.fbs.orderentry.Pong.class,
                        List.of()),
                new MessageCase(
                        68,
                        false,
                        true,
                        SequenceMarkEncoder.class,
                        SequenceMarkDecoder.class,
                        io.ringbook.codec.fbs.orderentry.EndOfSession.class,
                        List.of()),
                new MessageCase(
                        69,
                        false,
                        true,
                        InstrumentDefinitionEncoder.class,
                        InstrumentDefinitionDecoder.class,
                        io.ringbook.codec.fbs.orderentry.InstrumentDefinition.class,
                        List.of("symbol", "currency")),
                new MessageCase(
                        70,
                        false,
                        true,
                        AccountDefinitionEncoder.class,
                        AccountDefinitionDecoder.class,
                        io.ringbook.codec.fbs.orderentry.AccountDefinition.class,
                        List.of("name", "firm")),
                new MessageCase(
                        80,
                        false,
                        true,
                        OrderReportEncoder.class,
                        OrderReportDecoder.class,
                        io.ringbook.codec.fbs.orderentry.OrderAccepted.class,
                        List.of()),
                new MessageCase(
                        81,
                        false,
                        true,
                        RejectReportEncoder.class,
                        RejectReportDecoder.class,
                        io.ringbook.codec.fbs.orderentry.OrderRejected.class,
                        List.of("text")),
                new MessageCase(
                        82,
                        false,
                        true,
                        ExecutionReportEncoder.class,
                        ExecutionReportDecoder.class,
                        io.ringbook.codec.fbs.orderentry.OrderExecuted.class,
                        List.of()),
                new MessageCase(
                        83,
                        false,
                        true,
                        ChainReportEncoder.class,
                        ChainReportDecoder.class,
                        io.ringbook.codec.fbs.orderentry.OrderReplaced.class,
                        List.of()),
                new MessageCase(
                        84,
                        false,
                        true,
                        ChainReportEncoder.class,
                        ChainReportDecoder.class,
                        io.ringbook.codec.fbs.orderentry.OrderReduced.class,
                        List.of()),
                new MessageCase(
                        85,
                        false,
                        true,
                        ChainReportEncoder.class,
                        ChainReportDecoder.class,
                        io.ringbook.codec.fbs.orderentry.OrderCanceled.class,
                        List.of()),
                new MessageCase(
                        86,
                        false,
                        true,
                        OrderReportEncoder.class,
                        OrderReportDecoder.class,
                        io.ringbook.codec.fbs.orderentry.OrderExpired.class,
                        List.of()),
                new MessageCase(
                        88,
                        false,
                        true,
                        OrderReportEncoder.class,
                        OrderReportDecoder.class,
                        io.ringbook.codec.fbs.orderentry.OrderRestated.class,
                        List.of()),
                new MessageCase(
                        89,
                        false,
                        true,
                        RejectReportEncoder.class,
                        RejectReportDecoder.class,
                        io.ringbook.codec.fbs.orderentry.CancelRejected.class,
                        List.of("text")),
                new MessageCase(
                        90,
                        false,
                        true,
                        RejectReportEncoder.class,
                        RejectReportDecoder.class,
                        io.ringbook.codec.fbs.orderentry.ReplaceRejected.class,
                        List.of("text")),
                new MessageCase(
                        91,
                        false,
                        true,
                        MassCancelReportEncoder.class,
                        MassCancelReportDecoder.class,
                        io.ringbook.codec.fbs.orderentry.MassCancelReport.class,
                        List.of()),
                new MessageCase(
                        92,
                        false,
                        true,
                        OrderStatusEncoder.class,
                        OrderStatusDecoder.class,
                        io.ringbook.codec.fbs.orderentry.OrderStatus.class,
                        List.of()),
                new MessageCase(
                        93,
                        false,
                        true,
                        OpenOrdersEndEncoder.class,
                        OpenOrdersEndDecoder.class,
                        io.ringbook.codec.fbs.orderentry.OpenOrdersEnd.class,
                        List.of()));
    }

    @Override
    public String toString() {
        return root.getSimpleName();
    }

    /** Every setter of the encoder is called with a random value. */
    Sample encode(Random random) throws Exception {
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[FrameDescriptor.MAX_LENGTH]);
        Object message = encoder.getDeclaredConstructor().newInstance();
        Method wrap = method(encoder, "wrap");
        byte flags = (byte) random.nextInt(4);
        long sequence = random.nextLong();
        if (wrap.getParameterCount() == 5) {
            wrap.invoke(message, buffer, 0, (byte) type, flags, sequence);
        } else {
            wrap.invoke(message, buffer, 0, flags, sequence);
        }
        Map<String, Long> values = new TreeMap<>();
        set(message, random, values);
        List<String> sent = texts.stream().map(name -> text(random)).toList();
        if (!sent.isEmpty()) {
            method(encoder, "encode").invoke(message, sent.toArray());
        }
        byte[] frame = Arrays.copyOf(buffer.byteArray(), FrameDescriptor.length(buffer, 0));
        return new Sample(frame, values, sent);
    }

    /** The same kind of message as a FlatBuffers user elsewhere would write it. */
    byte[] build(Random random) throws Exception {
        FlatBufferBuilder builder = new FlatBufferBuilder(64);
        int[] strings =
                texts.stream().mapToInt(name -> builder.createString(text(random))).toArray();
        String name = root.getSimpleName();
        method(root, "start" + name).invoke(null, builder);
        for (int i = 0; i < strings.length; i++) {
            String field = texts.get(i);
            String add = "add" + Character.toUpperCase(field.charAt(0)) + field.substring(1);
            method(root, add).invoke(null, builder, strings[i]);
        }
        Method create = method(bodyType(), "create" + bodyType().getSimpleName());
        Object[] arguments =
                Arrays.stream(create.getParameterTypes())
                        .map(parameter -> random(parameter, random))
                        .toArray();
        arguments[0] = builder;
        method(root, "addBody").invoke(null, builder, create.invoke(null, arguments));
        builder.finish((int) method(root, "end" + name).invoke(null, builder));
        return frame(builder.sizedByteArray(), random);
    }

    /** Value of a field, as the generated accessors read it from a frame. */
    long generatedValue(byte[] frame, String field) throws Exception {
        Struct body = (Struct) root.getMethod("body").invoke(generatedRoot(frame));
        return generatedValue(body, field);
    }

    /** Text of a field, as the generated accessors read it from a frame. */
    String generatedText(byte[] frame, String field) throws Exception {
        return (String) root.getMethod(field).invoke(generatedRoot(frame));
    }

    Class<?> bodyType() throws Exception {
        return root.getMethod("body").getReturnType();
    }

    private Object generatedRoot(byte[] frame) throws Exception {
        ByteBuffer payload = ByteBuffer.wrap(frame);
        payload.position(FrameDescriptor.PAYLOAD_OFFSET);
        return root.getMethod("getRootAs" + root.getSimpleName(), ByteBuffer.class)
                .invoke(null, payload);
    }

    private static long generatedValue(Struct from, String field) throws Exception {
        for (Method method : from.getClass().getMethods()) {
            if (method.getParameterCount() != 0) {
                continue;
            }
            if (method.getName().equals(field)) {
                return ((Number) method.invoke(from)).longValue();
            }
            if (method.getName().equals("report")) {
                Struct report = (Struct) method.invoke(from);
                if (!field.equals("origClientOrderIdWord0") && has(report, field)) {
                    return generatedValue(report, field);
                }
            }
            if (field.matches(method.getName() + "Word\\d")) {
                String word = "w" + field.substring(method.getName().length() + 1);
                return generatedValue((Struct) method.invoke(from), word);
            }
        }
        throw new AssertionError("no field " + field + " in " + from.getClass());
    }

    private static boolean has(Struct struct, String field) {
        return Arrays.stream(struct.getClass().getMethods())
                .anyMatch(
                        method ->
                                field.equals(method.getName())
                                        || field.matches(method.getName() + "Word\\d"));
    }

    private static void set(Object target, Random random, Map<String, Long> values)
            throws Exception {
        for (Method method : target.getClass().getDeclaredMethods()) {
            String name = method.getName();
            if (name.equals("report")) {
                set(method.invoke(target), random, values);
            } else if (method.getReturnType() == target.getClass() && !name.equals("wrap")) {
                Object[] arguments =
                        Arrays.stream(method.getParameterTypes())
                                .map(parameter -> random(parameter, random))
                                .toArray();
                if (arguments[0] instanceof byte[]) {
                    arguments[1] = 0;
                }
                method.invoke(target, arguments);
                record(name, arguments, values);
            }
        }
    }

    private static void record(String name, Object[] arguments, Map<String, Long> values) {
        if (arguments.length == 1) {
            values.put(name, unsigned(arguments[0]));
        } else if (arguments.length == 3) {
            for (int i = 0; i < 3; i++) {
                values.put(name + "Word" + i, unsigned(arguments[i]));
            }
        } else {
            UnsafeBuffer bytes = new UnsafeBuffer((byte[]) arguments[0]);
            int words = name.equals("nonce") ? 4 : 8;
            for (int i = 0; i < words; i++) {
                values.put(name + i, bytes.getLong(i * 8));
            }
        }
    }

    /** True for a field of plain bytes, which a decoder copies and has no accessor for. */
    static boolean isPlainBytes(String field) {
        return field.startsWith("signature") || field.startsWith("nonce");
    }

    static long unsigned(Object number) {
        if (number instanceof Byte b) {
            return b & 0xFF;
        }
        if (number instanceof Short s) {
            return s & 0xFFFF;
        }
        return number instanceof Integer i ? i & 0xFFFF_FFFFL : (Long) number;
    }

    private static Object random(Class<?> type, Random random) {
        if (type == byte[].class) {
            byte[] bytes = new byte[LoginDecoder.SIGNATURE_LENGTH];
            random.nextBytes(bytes);
            return bytes;
        }
        if (type == long.class) {
            return random.nextLong();
        }
        if (type == short.class) {
            return (short) random.nextInt();
        }
        return type == byte.class ? (Object) (byte) random.nextInt() : (Object) random.nextInt();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(4) == 0 ? random.nextInt(256) : random.nextInt(12);
        for (int i = 0; i < length; i++) {
            text.append((char) (' ' + random.nextInt('~' - ' ' + 1)));
        }
        return text.toString();
    }

    private byte[] frame(byte[] payload, Random random) {
        byte[] frame = new byte[FrameEncoder.frameLength(payload.length)];
        System.arraycopy(payload, 0, frame, FrameDescriptor.PAYLOAD_OFFSET, payload.length);
        FrameEncoder.encode(
                new UnsafeBuffer(frame),
                0,
                payload.length,
                (byte) type,
                (byte) random.nextInt(4),
                random.nextLong());
        return frame;
    }

    private static Method method(Class<?> type, String name) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
