// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.oracle;

/**
 * What a random flow is like. Shares are in percent unless the name says per mille. Each profile
 * starts from the same settings and says only what is particular to it.
 */
public enum FlowProfile {
    /** Few orders, everything in moderation. */
    THIN,

    /** Thousands of resting orders on hundreds of levels. */
    DEEP,

    /** Most orders trade at once; many IOC, FOK, minimum quantities and market orders. */
    CROSSING,

    /** Many instruments with different grids. */
    MANY_INSTRUMENTS,

    /** One firm's desks meet each other, in every mode. */
    SELF_TRADE,

    /** Short-lived GTD orders, replaced expiries, frequent ends of day. */
    EXPIRY,

    /** Nonsense of every kind beside good orders. */
    HOSTILE,

    /** Prices, quantities and notionals near the ends of 64 bits. */
    HUGE,

    /** Bands and collars, with references that come and go; many instruments start without one. */
    BANDS,

    /** Records of 12 events, so that sweeps, mass cancels and expiries do not fit. */
    SMALL_RECORDS;

    Settings settings() {
        return switch (this) {
            case THIN -> base();
            case DEEP -> base().live(2_000).instruments(1).levels(300).aggressive(8);
            case CROSSING -> base().live(40).levels(4).aggressive(60).immediate(50).market(20);
            case MANY_INSTRUMENTS -> base().live(600).instruments(60).levels(10);
            case SELF_TRADE ->
                    base().firms(2).stp(85).live(60).levels(4).aggressive(40).immediate(30);
            case EXPIRY -> base().gtd(70).live(80).endOfDayPerMille(4).replaceExpiry(50);
            case HOSTILE ->
                    base().hostile(25).resend(8).phasePerMille(12).rates(true).endOfDayPerMille(2);
            case HUGE ->
                    base().huge(true).live(60).levels(6).aggressive(35).immediate(25).market(10);
            case BANDS ->
                    base().instruments(150)
                            .live(900)
                            .bands(true)
                            .market(25)
                            .tickPerMille(60)
                            .endOfDayPerMille(3)
                            .levels(12);
            case SMALL_RECORDS ->
                    base().recordBound(12)
                            .instruments(1)
                            .live(120)
                            .levels(5)
                            .aggressive(35)
                            .immediate(30)
                            .stp(30)
                            .largeQuantity(30)
                            .massCancelPerMille(15)
                            .gtd(20)
                            .endOfDayPerMille(5);
        };
    }

    private static Settings base() {
        return new Settings();
    }

    /** The numbers of a profile: plain data, set once when its constant is made. */
    static final class Settings {
        int recordBound = ReferenceExchange.EVENTS_PER_RECORD;
        int firms = 3;
        int instruments = 3;
        int liveTarget = 50;
        int levels = 8;
        int aggressive = 20;
        int immediate = 15;
        int market = 8;
        int gtd = 10;
        int replaceExpiry = 20;
        int stp = 10;
        int largeQuantity = 10;
        int hostile = 2;
        int resend = 1;
        int massCancelPerMille = 2;
        int tickPerMille = 15;
        int phasePerMille = 1;
        int endOfDayPerMille = 1;
        boolean rates;
        boolean huge;
        boolean bands;

        private Settings recordBound(int value) {
            recordBound = value;
            return this;
        }

        private Settings firms(int value) {
            firms = value;
            return this;
        }

        private Settings instruments(int value) {
            instruments = value;
            return this;
        }

        private Settings live(int value) {
            liveTarget = value;
            return this;
        }

        private Settings levels(int value) {
            levels = value;
            return this;
        }

        private Settings aggressive(int value) {
            aggressive = value;
            return this;
        }

        private Settings immediate(int value) {
            immediate = value;
            return this;
        }

        private Settings market(int value) {
            market = value;
            return this;
        }

        private Settings gtd(int value) {
            gtd = value;
            return this;
        }

        private Settings replaceExpiry(int value) {
            replaceExpiry = value;
            return this;
        }

        private Settings stp(int value) {
            stp = value;
            return this;
        }

        private Settings largeQuantity(int value) {
            largeQuantity = value;
            return this;
        }

        private Settings hostile(int value) {
            hostile = value;
            return this;
        }

        private Settings resend(int value) {
            resend = value;
            return this;
        }

        private Settings massCancelPerMille(int value) {
            massCancelPerMille = value;
            return this;
        }

        private Settings tickPerMille(int value) {
            tickPerMille = value;
            return this;
        }

        private Settings phasePerMille(int value) {
            phasePerMille = value;
            return this;
        }

        private Settings endOfDayPerMille(int value) {
            endOfDayPerMille = value;
            return this;
        }

        private Settings rates(boolean value) {
            rates = value;
            return this;
        }

        private Settings huge(boolean value) {
            huge = value;
            return this;
        }

        private Settings bands(boolean value) {
            bands = value;
            return this;
        }
    }
}
