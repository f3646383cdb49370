package io.exhibit.cli.terminal;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.LayoutBase;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * How libraries speak that log by slf4j: of what is wrong, on standard error, and never of requests and answers, whose texts hold
 * signatures and tokens. Found by Logback through {@code META-INF/services}, so that no file is read and parsed when a command starts.
 */
public final class QuietLibraries extends ContextAwareBase implements Configurator {

    /** What happens on a connection is told by the delivery, with what to do; the fonts are ours, and every pack has the same. That the console cannot listen is told once, by the command. */
    private static final List<String> SILENT =
            List.of("org.apache.sshd", "org.apache.fontbox", "org.apache.pdfbox", "io.javalin");

    /** Before there are several threads: what one logs while another one sets the log up is told as a warning of its own. */
    public static void begin() {
        LoggerFactory.getILoggerFactory();
    }

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        LineLayout layout = new LineLayout();
        layout.setContext(context);
        layout.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setLayout(layout);
        encoder.start();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setTarget("System.err");
        appender.setEncoder(encoder);
        appender.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(appender);
        SILENT.forEach(name -> context.getLogger(name).setLevel(Level.OFF));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /** {@code 2026-10-05T02:15:00Z WARN org.quartz.core what happened}. */
    private static final class LineLayout extends LayoutBase<ILoggingEvent> {

        @Override
        public String doLayout(ILoggingEvent event) {
            return Instant.ofEpochMilli(event.getTimeStamp()).truncatedTo(ChronoUnit.SECONDS) + " " + event.getLevel()
                    + " " + event.getLoggerName() + " " + event.getFormattedMessage() + System.lineSeparator();
        }
    }
}
