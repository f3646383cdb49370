package io.exhibit.cli.terminal;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.OutputStream;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import org.slf4j.LoggerFactory;

/** All that is said, by the program and by its libraries, as lines of JSON for programs that collect logs. */
final class StructuredLog {

    /** Under what name the program itself speaks. */
    static final String NAME = "exhibit";

    private final Logger logger;

    private StructuredLog(Logger logger) {
        this.logger = logger;
    }

    /** From now on everything that is logged goes there, one JSON object on each line. */
    static StructuredLog to(OutputStream out) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        JsonEncoder encoder = new JsonEncoder();
        encoder.setContext(context);
        encoder.setWithSequenceNumber(false);
        encoder.setWithNanoseconds(false);
        encoder.setWithContext(false);
        encoder.setWithMDC(false);
        encoder.setWithMarkers(false);
        encoder.setWithKVPList(false);
        // What was filled in stands in the message; by themselves, arguments could be any object of a library.
        encoder.setWithArguments(false);
        encoder.setWithMessage(false);
        encoder.setWithFormattedMessage(true);
        encoder.start();
        OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.setOutputStream(out);
        appender.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.detachAndStopAllAppenders();
        root.addAppender(appender);
        Logger own = context.getLogger(NAME);
        own.setLevel(Level.INFO);
        bridge();
        return new StructuredLog(own);
    }

    void say(String line) {
        logger.info("{}", line);
    }

    void alarm(String line) {
        logger.error("{}", line);
    }

    /** Libraries that log by java.util.logging go the same way; what they may say stays as it was. */
    private static void bridge() {
        java.util.logging.Logger root = LogManager.getLogManager().getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        root.addHandler(new Handler() {
            @Override
            public void publish(LogRecord record) {
                if (record.getLevel().intValue() >= java.util.logging.Level.WARNING.intValue()) {
                    String name = record.getLoggerName() == null ? NAME : record.getLoggerName();
                    LoggerFactory.getLogger(name).warn("{}", record.getMessage());
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });
    }
}
