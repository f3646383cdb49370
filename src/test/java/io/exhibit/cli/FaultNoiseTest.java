package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.exhibit.OneJdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Causes come and go, and each is told once when it opens, when it changes and when it is over. The whole day takes
 * {@code -Dexhibit.noise=all}; its messages then lie in {@code target/fault-noise}.
 */
@OneJdk
class FaultNoiseTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SCP = "guardduty@111122223333=scp-denied";

    @TempDir
    private Path folder;

    private final List<String> texts = new ArrayList<>();

    @Test
    void aPolicyThatStrikesIsToldOnceAlsoWhenTheNodeBeginsAgainAndNobodyListensWhenItIsOver() throws IOException {
        try (NoisyDay day = new NoisyDay(folder, 1)) {
            assertThat(events(day.hour(0)))
                    .as("an account without an agreement with AWS")
                    .containsExactly("opened agreement");
            assertThat(events(day.hour(1, SCP))).containsExactly("opened blind");
            assertThat(day.pings()).as("what it finds does not keep it back").isEqualTo(2);
            day.restart();
            assertThat(events(day.hour(2, SCP))).as("it goes on").isEmpty();
            day.answers(503);
            assertThat(events(day.hour(3))).isEmpty();
            assertThat(day.said()).contains("Could not tell webhook at 127.0.0.1", "answered with 503");
            assertThat(day.pings()).as("the third look alone").isEqualTo(1);
            day.restart();
            day.answers(200);
            assertThat(events(day.look(4)))
                    .as("what could not be told, and that it could not")
                    .containsExactly("over blind", "opened notice");
            assertThat(events(day.look(5))).containsExactly("over notice");
            assertThat(events(day.look(6))).isEmpty();
        }
    }

    /** Every hour of a day, its faults, and what is told half an hour later. */
    @Test
    @EnabledIfSystemProperty(named = "exhibit.noise", matches = "all")
    void inADayOfNoiseAsMuchIsToldAsThereWas() throws IOException {
        String scp = "guardduty@333344445555=scp-denied";
        Map<Integer, List<String>> told = new LinkedHashMap<>();
        Map<Integer, List<String>> expected = new LinkedHashMap<>();
        try (NoisyDay day = new NoisyDay(folder, 3)) {
            Hours hours = new Hours(day, told, expected);
            hours.of(0);
            hours.of(1);
            hours.of(2, List.of(scp), "opened blind");
            hours.of(3, List.of(scp));
            hours.of(4, List.of(), "over blind");
            hours.of(5, List.of("iam.GetAccountSummary=throttled"), "opened blind");
            hours.of(6, List.of("iam.GetAccountSummary=throttled", "kms.ListKeys=throttled"), "changed blind");
            hours.of(7, List.of(), "over blind");
            hours.of(8, List.of("sts=expired"), "opened collection");
            hours.of(9, List.of("sts=expired"));
            hours.of(10, List.of(), "over collection");
            hours.of(11, List.of(scp, "s3.ListBuckets=html"), "opened blind", "opened blind");
            day.restart();
            hours.of(12, List.of(scp), "over blind");
            hours.of(13, List.of(), "over blind");
            // From 14 to 20 the node is down.
            day.restart();
            hours.of(21, List.of(), "over collection");
            hours.of(22, List.of("kms.ListKeys=throttled-once"));
            hours.of(23, List.of("ec2=expired"), "opened blind");
        }
        Path kept = Files.createDirectories(Path.of("target/fault-noise"));
        for (int i = 0; i < texts.size(); i++) {
            Files.writeString(kept.resolve(String.format(Locale.ROOT, "%02d.txt", i + 1)), texts.get(i));
        }
        assertThat(told).isEqualTo(expected);
        assertThat(texts).as("messages").hasSize(12);
    }

    private final class Hours {
        private final NoisyDay day;
        private final Map<Integer, List<String>> told;
        private final Map<Integer, List<String>> expected;

        Hours(NoisyDay day, Map<Integer, List<String>> told, Map<Integer, List<String>> expected) {
            this.day = day;
            this.told = told;
            this.expected = expected;
        }

        void of(int hour) throws IOException {
            of(hour, List.of());
        }

        void of(int hour, List<String> faults, String... events) throws IOException {
            told.put(hour, events(day.hour(hour, faults.toArray(String[]::new))));
            expected.put(hour, List.of(events));
        }
    }

    private List<String> events(List<String> messages) throws IOException {
        List<String> events = new ArrayList<>();
        for (String message : messages) {
            JsonNode read = JSON.readTree(message);
            texts.add("Subject: " + read.path("subject").asText() + "\n\n"
                    + read.path("text").asText());
            read.path("news")
                    .forEach(each -> events.add(each.path("event").asText() + " "
                            + each.path("kind").asText()));
        }
        return events;
    }
}
