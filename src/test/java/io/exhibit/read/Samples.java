package io.exhibit.read;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exhibit.evidence.Operation;
import io.exhibit.evidence.Operation.Protocol;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers of AWS's in the folder {@code -Dexhibit.samples=DIR}, and the form that they had on the wire. */
public final class Samples {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> FOLDERS =
            Map.of("accessanalyzer", "access-analyzer", "configservice", "config", "elasticloadbalancing", "elbv2");

    private static final Map<String, Operation> ASKED = CatalogFile.load().sources().stream()
            .flatMap(source -> source.operations().stream())
            .collect(Collectors.toMap(Operation::name, Function.identity(), (one, same) -> one));

    private Samples() {}

    /** One sample: an operation and its answer by API member names. */
    public record Sample(String file, String operation, JsonNode members) {}

    /** One recorded refusal: an operation and the error that AWS answered. */
    public record Refusal(String file, String operation, int status, String code, String message) {

        /** The bytes of the error in the form of its service's protocol. */
        public byte[] wire() {
            String xml = "<Error><Code>" + code + "</Code><Message>" + message + "</Message></Error>";
            String body = switch (Samples.operation(operation).protocol()) {
                case QUERY -> "<ErrorResponse>" + xml + "<RequestId>r-1</RequestId></ErrorResponse>";
                case EC2 -> "<Response><Errors>" + xml + "</Errors><RequestID>r-1</RequestID></Response>";
                case REST_XML, REST_DOCUMENT -> xml;
                case JSON, REST_JSON ->
                    JSON.createObjectNode()
                            .put("__type", code)
                            .put("message", message)
                            .toString();
            };
            return body.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** The bytes that AWS would have sent; throws DateTimeException where the sample holds a typing error. */
    public static byte[] wire(Sample sample) {
        Class<?> answer = AwsOperations.method(sample.operation()).orElseThrow().getReturnType();
        return new WireForm(operation(sample.operation())).encode(AwsOperations.builder(answer), sample.members());
    }

    /** As a source declares it, or as far as its service's protocol tells. */
    public static Operation operation(String name) {
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

    /** Those of one folder; the test is skipped where there is none. */
    public static List<Sample> in(String folder) throws IOException {
        List<Sample> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder(folder))) {
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

    /** Every file below one folder, as {@code service/Operation.case_n.json}; the test is skipped where there is none. */
    public static Set<String> files(String folder) throws IOException {
        Path recorded = folder(folder);
        try (Stream<Path> files = Files.walk(recorded)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> recorded.relativize(file).toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** The recorded refusals of one folder, by {@link #files} name; the test is skipped where there is none. */
    public static SortedMap<String, Refusal> refusals(String folder) throws IOException {
        SortedMap<String, Refusal> refusals = new TreeMap<>();
        for (String name : files(folder)) {
            Path file = folder(folder).resolve(name);
            JsonNode root = JSON.readTree(file.toFile());
            int status = root.path("status_code").intValue();
            if (status >= 300) {
                String service = file.getParent().getFileName().toString();
                String operation = file.getFileName().toString().replaceFirst("\\..*", "");
                JsonNode error = root.path("data").path("Error");
                refusals.put(
                        name,
                        new Refusal(
                                file.toString(),
                                FOLDERS.getOrDefault(service, service) + ":" + operation,
                                status,
                                error.path("Code").textValue(),
                                error.path("Message").textValue()));
            }
        }
        return refusals;
    }

    private static Path folder(String name) {
        String samples = System.getProperty("exhibit.samples", "");
        assumeFalse(samples.isEmpty(), "skipped: no folder of samples (-Dexhibit.samples=DIR)");
        return Path.of(samples, name);
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
