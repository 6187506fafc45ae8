// SPDX-License-Identifier: Apache-2.0
package io.ringbook.peers;

import exchange.core2.core.ExchangeApi;
import exchange.core2.core.ExchangeCore;
import exchange.core2.core.common.CoreSymbolSpecification;
import exchange.core2.core.common.CoreWaitStrategy;
import exchange.core2.core.common.SymbolType;
import exchange.core2.core.common.api.ApiAddUser;
import exchange.core2.core.common.api.ApiAdjustUserBalance;
import exchange.core2.core.common.api.ApiCommand;
import exchange.core2.core.common.api.ApiNop;
import exchange.core2.core.common.api.binary.BatchAddSymbolsCommand;
import exchange.core2.core.common.cmd.CommandResultCode;
import exchange.core2.core.common.config.ExchangeConfiguration;
import exchange.core2.core.common.config.InitialStateConfiguration;
import exchange.core2.core.common.config.LoggingConfiguration;
import exchange.core2.core.common.config.OrdersProcessingConfiguration;
import exchange.core2.core.common.config.PerformanceConfiguration;
import exchange.core2.core.common.config.ReportsQueriesConfiguration;
import exchange.core2.core.common.config.SerializationConfiguration;
import exchange.core2.core.orderbook.OrderBookDirectImpl;
import exchange.core2.core.processors.journaling.DiskSerializationProcessor;
import exchange.core2.core.processors.journaling.DiskSerializationProcessorConfiguration;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A running exchange-core with one symbol, a currency pair whose risk is checked in full, and
 * accounts with money enough for everything. One matching engine, one risk engine, its direct book.
 */
final class ExchangeCorePipeline implements AutoCloseable {
    private static final int BASE = 1;
    private static final int QUOTE = 2;
    private static final long SETUP_SECONDS = 120;

    /** Ring and groups as in exchange-core's own configurations for the two purposes. */
    enum Shape {
        THROUGHPUT(64 * 1024, 4_096, 4_000_000),
        LATENCY(2 * 1024, 256, 10_000);

        private final int ringSize;
        private final int groupLimit;
        private final int groupNs;

        Shape(int ringSize, int groupLimit, int groupNs) {
            this.ringSize = ringSize;
            this.groupLimit = groupLimit;
            this.groupNs = groupNs;
        }
    }

    private final ExchangeCore core;
    private final ExchangeApi api;

    private ExchangeCorePipeline(ExchangeCore core) {
        this.core = core;
        this.api = core.getApi();
    }

    /**
     * Starts one.
     *
     * @param shape ring and groups
     * @param waits how its threads wait
     * @param journal folder of its journal, or null for none
     * @param results taken once {@link Results#begin} was called
     */
    static ExchangeCorePipeline start(
            Shape shape, CoreWaitStrategy waits, Path journal, int accounts, Results results)
            throws InterruptedException, ExecutionException, TimeoutException {
        PerformanceConfiguration performance =
                PerformanceConfiguration.baseBuilder()
                        .ringBufferSize(shape.ringSize)
                        .matchingEnginesNum(1)
                        .riskEnginesNum(1)
                        .msgsInGroupLimit(shape.groupLimit)
                        .maxGroupDurationNs(shape.groupNs)
                        .waitStrategy(waits)
                        .threadFactory(ExchangeCorePipeline::daemon)
                        .orderBookFactory(OrderBookDirectImpl::new)
                        .build();
        ExchangeCore core =
                ExchangeCore.builder()
                        .resultsConsumer(results)
                        .exchangeConfiguration(
                                ExchangeConfiguration.defaultBuilder()
                                        .initStateCfg(
                                                journal == null
                                                        ? InitialStateConfiguration.cleanStart("B")
                                                        : InitialStateConfiguration
                                                                .cleanStartJournaling("B"))
                                        .performanceCfg(performance)
                                        .reportsQueriesCfg(
                                                ReportsQueriesConfiguration.createStandardConfig())
                                        .ordersProcessingCfg(OrdersProcessingConfiguration.DEFAULT)
                                        .loggingCfg(LoggingConfiguration.DEFAULT)
                                        .serializationCfg(serialization(journal))
                                        .build())
                        .build();
        core.startup();
        ExchangeCorePipeline pipeline = new ExchangeCorePipeline(core);
        pipeline.define(accounts);
        results.begin();
        return pipeline;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    }

    private static SerializationConfiguration serialization(Path journal) {
        if (journal == null) {
            return SerializationConfiguration.DEFAULT;
        }
        DiskSerializationProcessorConfiguration defaults =
                DiskSerializationProcessorConfiguration.createDefaultConfig();
        DiskSerializationProcessorConfiguration disk =
                DiskSerializationProcessorConfiguration.builder()
                        .storageFolder(journal.toString())
                        .snapshotLz4CompressorFactory(defaults.getSnapshotLz4CompressorFactory())
                        .journalFileMaxSize(defaults.getJournalFileMaxSize())
                        .journalBufferSize(defaults.getJournalBufferSize())
                        .journalBatchCompressThreshold(defaults.getJournalBatchCompressThreshold())
                        .journalLz4CompressorFactory(defaults.getJournalLz4CompressorFactory())
                        .build();
        return SerializationConfiguration.builder()
                .enableJournaling(true)
                .serializationProcessorFactory(
                        exchange -> new DiskSerializationProcessor(exchange, disk))
                .build();
    }

    private void define(int accounts)
            throws InterruptedException, ExecutionException, TimeoutException {
        CoreSymbolSpecification symbol =
                CoreSymbolSpecification.builder()
                        .symbolId(CommandFile.SYMBOL)
                        .type(SymbolType.CURRENCY_EXCHANGE_PAIR)
                        .baseCurrency(BASE)
                        .quoteCurrency(QUOTE)
                        .baseScaleK(1)
                        .quoteScaleK(1)
                        .takerFee(0)
                        .makerFee(0)
                        .build();
        require(
                api.submitBinaryDataAsync(new BatchAddSymbolsCommand(symbol))
                        .get(SETUP_SECONDS, TimeUnit.SECONDS));
        long money = Long.MAX_VALUE / (accounts + 1);
        for (long account = 1; account <= accounts; account++) {
            api.submitCommand(ApiAddUser.builder().uid(account).build());
            for (int currency = BASE; currency <= QUOTE; currency++) {
                api.submitCommand(
                        ApiAdjustUserBalance.builder()
                                .uid(account)
                                .transactionId(currency)
                                .amount(money)
                                .currency(currency)
                                .build());
            }
        }
        require(
                api.submitCommandAsync(ApiNop.builder().build())
                        .get(SETUP_SECONDS, TimeUnit.SECONDS));
    }

    private static void require(CommandResultCode code) {
        if (code != CommandResultCode.SUCCESS) {
            throw new IllegalStateException("exchange-core refuses its definitions: " + code);
        }
    }

    void submit(ApiCommand command) {
        api.submitCommand(command);
    }

    @Override
    public void close() {
        core.shutdown(SETUP_SECONDS, TimeUnit.SECONDS);
    }
}
