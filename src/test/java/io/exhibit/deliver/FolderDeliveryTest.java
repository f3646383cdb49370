package io.exhibit.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.exhibit.assessment.Receipt;
import io.exhibit.assessment.Receipt.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderDeliveryTest {

    private static final Instant AT = Instant.parse("2026-11-01T06:00:00Z");
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path temporary;

    private Path outbox;
    private Path report;
    private Path exceptions;

    @BeforeEach
    void bind() throws IOException {
        outbox = temporary.resolve("auditor/inbox");
        report = Files.writeString(temporary.resolve("report.pdf"), "abc");
        exceptions = Files.writeString(temporary.resolve("exceptions.pdf"), "");
    }

    private Receipt deliver(Instant at) throws IOException {
        return new FolderDelivery("folder", outbox, InstantSource.fixed(at))
                .deliver("hipaa-2026-10", List.of(report, exceptions));
    }

    private List<String> arrived() throws IOException {
        try (Stream<Path> files = Files.list(outbox)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void packArrivesWithItsReceipt() throws IOException {
        Receipt receipt = deliver(AT);
        assertThat(outbox.resolve("report.pdf")).hasContent("abc");
        assertThat(arrived()).containsExactly("exceptions.pdf", "hipaa-2026-10.receipt.json", "report.pdf");
        assertThat(receipt.at()).isEqualTo(AT);
        assertThat(receipt.to()).isEqualTo("folder " + outbox);
        assertThat(receipt.files().get(0)).isEqualTo(new Receipt.Item("report.pdf", 3, ABC, State.ARRIVED));
    }

    @Test
    void receiptIsJson() throws IOException {
        Receipt receipt = deliver(AT);
        JsonNode json = new ObjectMapper()
                .readTree(outbox.resolve("hipaa-2026-10.receipt.json").toFile());
        assertThat(json.path("pack").asText()).isEqualTo("hipaa-2026-10");
        assertThat(json.path("at").asText()).isEqualTo("2026-11-01T06:00:00Z");
        assertThat(json.path("files")).hasSize(2);
        assertThat(json.path("files").path(0).path("sha256").asText()).isEqualTo(ABC);
        String hostile = "a\"b\\c\n\u0001\u0130\ud83d\ude00";
        Receipt odd = new Receipt(hostile, "", hostile, AT, receipt.files(), "", "");
        assertThat(new ObjectMapper().readTree(ReceiptFile.of(odd)).path("to").asText())
                .isEqualTo(hostile);
    }

    @Test
    void samePackAgainIsAlreadyDelivered() throws IOException {
        deliver(AT);
        String first = Files.readString(outbox.resolve("hipaa-2026-10.receipt.json"));
        Receipt again = deliver(AT.plusSeconds(60));
        assertThat(again.files()).allMatch(file -> file.state() == State.WAS_THERE);
        assertThat(Files.readString(outbox.resolve("hipaa-2026-10.receipt.json")))
                .isEqualTo(first);
        assertThat(arrived()).hasSize(3);
    }

    @Test
    void otherFileOfTheSameNameIsNeverOverwritten() throws IOException {
        deliver(AT);
        Files.delete(outbox.resolve("exceptions.pdf"));
        Files.writeString(report, "abd");
        assertThatThrownBy(() -> deliver(AT))
                .isInstanceOf(NotDelivered.class)
                .hasMessageContaining("another file report.pdf");
        assertThat(outbox.resolve("report.pdf")).hasContent("abc");
        assertThat(outbox.resolve("exceptions.pdf")).doesNotExist();
    }

    @Test
    void fileThatWentMissingIsDeliveredAgainWithAReceiptOfItsOwn() throws IOException {
        deliver(AT);
        Files.delete(outbox.resolve("exceptions.pdf"));
        Receipt receipt = deliver(AT.plusSeconds(60));
        assertThat(receipt.files()).extracting(Receipt.Item::state).containsExactly(State.WAS_THERE, State.ARRIVED);
        assertThat(arrived()).contains("exceptions.pdf", "hipaa-2026-10.receipt.json", "hipaa-2026-10.receipt-2.json");
    }

    @Test
    void tornCopyOfADeadDelivererIsReplaced() throws IOException {
        Files.createDirectories(outbox);
        Files.writeString(outbox.resolve(".tmp-report.pdf"), "a");
        deliver(AT);
        assertThat(arrived()).hasSize(3);
    }

    @Test
    void nameOfAPackIsNoPath() {
        FolderDelivery delivery = new FolderDelivery("folder", outbox, InstantSource.fixed(AT));
        for (String name : List.of("", "../x", "a/b")) {
            assertThatThrownBy(() -> delivery.deliver(name, List.of(report)))
                    .as(name)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(outbox).doesNotExist();
    }
}
