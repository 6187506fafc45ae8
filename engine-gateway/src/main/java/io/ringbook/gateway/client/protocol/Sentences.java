// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.client.protocol;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.orderentry.LoginRejectReason;
import io.ringbook.codec.orderentry.LoginRejectedDecoder;
import java.util.concurrent.TimeUnit;

/** What a session says of its server: what happened, where, and what to do. Immutable. */
final class Sentences {
    private static final String OTHER_RELEASE = "; take a client of the server's release";

    private final SessionTerms terms;

    Sentences(SessionTerms terms) {
        this.terms = terms;
    }

    String noLoginAnswer() {
        return "the server at " + terms.address() + " does not answer a login";
    }

    String silence() {
        return "the server at " + terms.address() + " fell silent";
    }

    String givenUp(String why) {
        return why
                + "; tried to come back for "
                + TimeUnit.NANOSECONDS.toSeconds(terms.patienceNs())
                + " s";
    }

    String held() {
        return "the server at "
                + terms.address()
                + " takes no commands: there is no room on its disk";
    }

    String heldTooLong() {
        return held()
                + "; tried again for "
                + TimeUnit.NANOSECONDS.toSeconds(terms.patienceNs())
                + " s";
    }

    String refused(LoginRejectReason reason, LoginRejectedDecoder rejected, ServerStream stream) {
        StringBuilder sentence =
                new StringBuilder("the server at ")
                        .append(terms.address())
                        .append(" refused the login of ")
                        .append(name())
                        .append(": ");
        rejected.appendTextTo(sentence);
        if (reason == null) {
            return sentence.toString();
        }
        switch (reason) {
            case SEQUENCE_AHEAD, WRONG_INCARNATION ->
                    sentence.append("; this client expects sequence ")
                            .append(stream.expected())
                            .append(", the server goes on with ")
                            .append(rejected.nextSequence())
                            .append(" in incarnation ")
                            .append(rejected.incarnation())
                            .append(" (seen was ")
                            .append(stream.incarnation())
                            .append("): look what its journal holds, then start again");
            case UNKNOWN_OR_WRONG_KEY ->
                    sentence.append(
                                    "; the exchange's configuration must have this session, its firm,")
                            .append(" and the public half of this key");
            case UNSUPPORTED_VERSION -> sentence.append(OTHER_RELEASE);
            default -> {}
        }
        return sentence.toString();
    }

    String ended(String text) {
        return "the server ended the " + name() + ": " + text;
    }

    String otherVersion(int version) {
        return "the server at "
                + terms.address()
                + " speaks version "
                + version
                + " of the protocol, this client version "
                + FrameDescriptor.SCHEMA_VERSION
                + OTHER_RELEASE;
    }

    String broken(String what) {
        return "what answers at " + terms.address() + " " + what;
    }

    private String name() {
        return "session " + terms.session() + " of firm " + terms.firm();
    }
}
