package io.exhibit.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.exhibit.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What is said as JSON, by the program and by libraries of both kinds. */
class StructuredLogTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final Console console = new Console(
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(written, true, StandardCharsets.UTF_8),
            true);
    private final Handler[] before = LogManager.getLogManager().getLogger("").getHandlers();

    @AfterEach
    void undo() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        new QuietLibraries().configure(context);
        java.util.logging.Logger root = LogManager.getLogManager().getLogger("");
        Arrays.stream(root.getHandlers()).forEach(root::removeHandler);
        Arrays.stream(before).forEach(root::addHandler);
    }

    @Test
    void everyLineIsOneObjectWhoeverSpeaksAndWhateverItSays() throws IOException {
        console.becomeStructured();

        console.say("Run \"x\": {complete}\nsecond line \u001b[31m");
        console.alarm("{} could not be carried out");
        console.progress("nothing of a terminal", 1, 2);
        LoggerFactory.getLogger("org.quartz.core").warn("late by {} seconds", 5);
        java.util.logging.Logger.getLogger("some.library").log(Level.WARNING, "by the other way");

        List<JsonNode> lines = lines();
        assertThat(lines)
                .extracting(line -> line.path("level").asText() + " "
                        + line.path("loggerName").asText() + " "
                        + line.path("formattedMessage").asText())
                .containsExactly(
                        "INFO exhibit Run \"x\": {complete}\nsecond line \u001b[31m",
                        "ERROR exhibit {} could not be carried out",
                        "WARN org.quartz.core late by 5 seconds",
                        "WARN some.library by the other way");
        assertThat(lines).allMatch(line -> line.path("timestamp").isNumber() && !line.has("arguments"));
    }

    @Test
    void librariesSayNothingBelowAWarningAndNothingOfRequests() throws IOException {
        console.becomeStructured();

        LoggerFactory.getLogger("software.amazon.awssdk.request").debug("Sending Request: X-Amz-Signature=abc");
        LoggerFactory.getLogger("software.amazon.awssdk.request").info("Received 200");
        LoggerFactory.getLogger("com.zaxxer.hikari").info("password=abc");
        java.util.logging.Logger.getLogger("some.library").log(Level.INFO, "chatter");

        assertThat(lines()).isEmpty();
    }

    /** {@link Main} names it as text. */
    @Test
    void theProviderThatTheProgramNamesIsThere() throws IOException {
        assertThat(Files.readString(Path.of("src/main/java/io/exhibit/cli/Main.java")))
                .contains("\"slf4j.provider\", \"" + LogProvider.class.getName() + "\"");
        LogProvider provider = new LogProvider();
        provider.initialize();
        assertThat(provider.getLoggerFactory().getLogger("a").isInfoEnabled()).isFalse();
        assertThat(provider.getLoggerFactory().getLogger("a").isWarnEnabled()).isTrue();
    }

    private List<JsonNode> lines() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : written.toString(StandardCharsets.UTF_8).lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    /** They would speak at each pack of a table of our own fonts that they do not need. */
    @Test
    void whoPrintsSaysNothingOfFonts() {
        assertThat(LoggerFactory.getLogger("org.apache.fontbox.ttf.CmapSubtable")
                        .isWarnEnabled())
                .isFalse();
        assertThat(LoggerFactory.getLogger("org.apache.pdfbox.pdmodel").isErrorEnabled())
                .isFalse();
        assertThat(LoggerFactory.getLogger("org.quartz.core").isWarnEnabled()).isTrue();
    }
}
