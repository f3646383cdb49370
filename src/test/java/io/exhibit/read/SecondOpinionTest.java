package io.exhibit.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exhibit.evidence.Operation;
import io.exhibit.evidence.Operation.Protocol;
import io.exhibit.evidence.Source;
import io.exhibit.read.wire.AnswerReader;
import io.exhibit.read.wire.Notes;
import io.exhibit.read.wire.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * A second opinion on the reader: the SDK's own unmarshalling and a generic walk over what it made. The answers are those in
 * the folder {@code -Dexhibit.samples=DIR}, put back into the form that they had on the wire.
 */
class SecondOpinionTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> FOLDERS =
            Map.of("accessanalyzer", "access-analyzer", "configservice", "config", "elasticloadbalancing", "elbv2");

    private static final Map<String, Operation> ASKED = CatalogFile.load().sources().stream()
            .flatMap(source -> source.operations().stream())
            .collect(Collectors.toMap(Operation::name, Function.identity(), (one, same) -> one));

    /** One sample: an operation and its answer by API member names. */
    private record Sample(String file, String operation, JsonNode members) {}

    @Test
    void recordedAnswersReadAsTheSdkReadsThem(TestReporter reporter) throws Exception {
        assertThat(compare(samples("recorded"), reporter))
                .as("answers compared")
                .isGreaterThanOrEqualTo(78);
    }

    @Test
    void documentedAnswersReadAsTheSdkReadsThem(TestReporter reporter) throws Exception {
        assertThat(compare(samples("documented"), reporter))
                .as("answers compared")
                .isGreaterThanOrEqualTo(151);
    }

    /** How many were compared. */
    private static int compare(List<Sample> samples, TestReporter reporter) throws Exception {
        // Operations that no source asks are compared, too, by types made on the spot: the reader is the same.
        Source all = new Source("samples", "samples", Source.Scope.ACCOUNT, operations(samples), List.of());
        AnswerReader spot = new AnswerReader(FrozenTypes.of(List.of(all)));
        AnswerReader frozen = new AnswerReader(CatalogFile.load());
        Set<String> asked = CatalogFile.load().answers().keySet();
        List<String> unfit = new ArrayList<>();
        int ofSources = 0;
        try (SdkReplay sdk = new SdkReplay()) {
            for (Sample sample : samples) {
                byte[] body;
                try {
                    body = wire(sample);
                } catch (DateTimeException typingErrorInTheSample) {
                    unfit.add(sample.file());
                    continue;
                }
                boolean ours = asked.contains(sample.operation());
                ofSources += ours ? 1 : 0;
                Notes notes = new Notes();
                assertThat((ours ? frozen : spot).read(sample.operation(), body, Selection.WHOLE, notes))
                        .as(sample.file())
                        .isEqualTo(WireForm.held(
                                operation(sample.operation()), SdkWalk.members(sdk.answer(sample.operation(), body))));
                assertThat(notes.takeMisfits()).as(sample.file()).isEmpty();
            }
        }
        int compared = samples.size() - unfit.size();
        reporter.publishEntry(compared + " answers compared, " + ofSources + " of operations that a source asks");
        reporter.publishEntry("do not fit: " + unfit);
        return compared;
    }

    private static byte[] wire(Sample sample) {
        Class<?> answer = AwsOperations.method(sample.operation()).orElseThrow().getReturnType();
        return new WireForm(operation(sample.operation())).encode(AwsOperations.builder(answer), sample.members());
    }

    private static List<Operation> operations(List<Sample> samples) {
        return samples.stream()
                .map(Sample::operation)
                .distinct()
                .map(SecondOpinionTest::operation)
                .toList();
    }

    /** As a source declares it, or as far as its service's protocol tells. */
    private static Operation operation(String name) {
        return ASKED.getOrDefault(
                name, new Operation(name, protocol(AwsOperations.prefix(name)), List.of(), "", List.of(), Set.of()));
    }

    private static Protocol protocol(String prefix) {
        return switch (prefix) {
            case "iam", "sts", "cloudwatch", "elb", "elbv2", "rds", "redshift", "sns" -> Protocol.QUERY;
            case "ec2" -> Protocol.EC2;
            case "kms",
                    "organizations",
                    "cloudtrail",
                    "config",
                    "events",
                    "logs",
                    "ssm",
                    "snowball",
                    "wafv2",
                    "shield",
                    "acm",
                    "sso",
                    "identitystore" -> Protocol.JSON;
            case "s3", "s3control", "cloudfront" -> Protocol.REST_XML;
            default -> Protocol.REST_JSON;
        };
    }

    private static List<Sample> samples(String folder) throws IOException {
        String samples = System.getProperty("exhibit.samples", "");
        assumeFalse(samples.isEmpty(), "skipped: no folder of samples (-Dexhibit.samples=DIR)");
        List<Sample> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of(samples, folder))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String service = file.getParent().getFileName().toString();
                String prefix = FOLDERS.getOrDefault(service, service);
                if (AwsOperations.CLIENTS.containsKey(prefix)) {
                    read(file, prefix, found);
                }
            }
        }
        return found;
    }

    private static void read(Path file, String prefix, List<Sample> found) throws IOException {
        String name = file.getFileName().toString().replace(".json", "");
        JsonNode root = JSON.readTree(file.toFile());
        if (name.equals("examples")) {
            root.properties()
                    .forEach(operation -> operation
                            .getValue()
                            .forEach(example -> add(
                                    file + " " + operation.getKey(),
                                    prefix,
                                    operation.getKey(),
                                    example.path("output"),
                                    found)));
        } else if (root.has("status_code")) {
            if (root.path("status_code").intValue() < 300) {
                add(file.toString(), prefix, name.substring(0, name.indexOf('.')), root.path("data"), found);
            }
        } else {
            add(file.toString(), prefix, name.replaceAll("-[0-9]+$", "").replace("-", ""), root, found);
        }
    }

    private static void add(String file, String prefix, String name, JsonNode members, List<Sample> found) {
        AwsOperations.method(prefix + ":" + name).ifPresent(method -> {
            if (members.isObject()) {
                ((ObjectNode) members).remove("ResponseMetadata");
                String operation = method.getName().substring(0, 1).toUpperCase(Locale.ROOT)
                        + method.getName().substring(1);
                Sample sample = new Sample(file, prefix + ":" + operation, members);
                // What a REST_XML answer is called is told by the source that asks it.
                if (protocol(prefix) != Protocol.REST_XML || ASKED.containsKey(sample.operation())) {
                    found.add(sample);
                }
            }
        });
    }
}
