package io.exhibit.cli.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.sandbox.DemoMonth;
import io.exhibit.sandbox.FaultSpec;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the simulated organization until it is interrupted. */
@Command(
        name = "sandbox",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs a simulated AWS organization on loopback, speaking the real wire protocols.",
            "",
            "Point the AWS CLI or Exhibit at it with AWS_ENDPOINT_URL; any access key will do."
        },
        footer = {
            "",
            "Examples:",
            "  exhibit sandbox --port 4566",
            "  exhibit sandbox --port 4566 --allow collector-policy.json",
            "  exhibit sandbox --port 4566 --fault guardduty=denied",
            "  exhibit sandbox --port 4566 --fault inspector2.ListFindings@333344445555/eu-west-1=truncated"
        })
public final class SandboxCommand implements Callable<Integer> {

    @Option(names = "--port", required = true, paramLabel = "N", description = "Port on 127.0.0.1; 0 takes a free one.")
    private int port;

    @Option(
            names = "--accounts",
            paramLabel = "N",
            description = "How many accounts (default: 7, two of them no longer active); 1 has no organization.")
    private Integer accounts;

    @Option(
            names = "--regions",
            paramLabel = "N",
            description = "How many enabled regions in each account, 3 to 17; 2 suffice for 3 accounts (default: 3).")
    private Integer regions;

    @Option(
            names = "--busy",
            description =
                    "Fill the management account: 200 users, 60 roles, 80 policies, 20 keys, 40 security groups, 10"
                            + " buckets, 8 load balancers, 25 findings of each kind.")
    private boolean busy;

    @Option(
            names = "--users",
            paramLabel = "N",
            description = "IAM users of the biggest account, beyond the eleven of the story (default: 0).")
    private Integer users;

    @Option(
            names = "--findings",
            paramLabel = "N",
            description = "Inspector findings of the biggest account, beyond the dozen of the story (default: 0).")
    private Integer findings;

    @Option(names = "--alike", description = "Every account has so many --findings, not the biggest alone.")
    private boolean alike;

    @Option(
            names = "--guardduty",
            paramLabel = "N",
            description = "GuardDuty findings of the biggest account, beyond the three of the story (default: 0).")
    private Integer threats;

    @Option(
            names = "--latency",
            paramLabel = "MS",
            description = "Added to every answer (default: 0).",
            defaultValue = "0")
    private long latency;

    @Option(
            names = "--limits",
            paramLabel = "aws|none",
            description = "Rate limits as AWS has them, or none (the default).",
            defaultValue = "none")
    private String limits;

    @Option(
            names = "--fault",
            paramLabel = "SPEC",
            description = {
                "service[.Operation][@account][/region]=kind; may be repeated. Kinds: denied scp-denied throttled",
                "throttled-once error bad-gateway unavailable gateway-timeout slow silent endless dropped cut empty html",
                "wrong-operation error-in-200 truncated loop no-token blank-page repeated-item reversed expired skewed."
            })
    private List<String> faults = List.of();

    @Option(
            names = "--allow",
            paramLabel = "FILE",
            description = "IAM policy, as exhibit iam-policy prints it: every role may do that and nothing else.")
    private Path allow;

    @Option(
            names = "--now",
            paramLabel = "INSTANT",
            description = "Simulated time (default: 2026-10-01T02:15:00Z). It stands still while the sandbox runs.")
    private String now;

    @Option(names = "--attached", description = "Stop when the standard input ends: for a program that starts it.")
    private boolean attached;

    private final Console console;

    SandboxCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (Sandbox sandbox = started()) {
            if (allow != null) {
                sandbox.allowOnly(policy());
            }
            console.result("Sandbox: " + sandbox.endpoint());
            console.say("Simulated time " + sandbox.now() + ". Stop it with Ctrl-C.");
            await();
        }
        return ExitCode.DONE;
    }

    private void await() throws IOException, InterruptedException {
        if (attached) {
            System.in.transferTo(OutputStream.nullOutputStream());
            return;
        }
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown));
        stopped.await();
    }

    private Sandbox started() throws IOException {
        SandboxOptions options = options();
        try {
            return Sandbox.start(options);
        } catch (BindException e) {
            throw new Stop(
                    ExitCode.TRY_LATER,
                    "Port " + port + " of 127.0.0.1 is in use. Choose another one with --port; 0 takes a free one.");
        }
    }

    private SandboxOptions options() {
        try {
            SandboxOptions options = SandboxOptions.defaults()
                    .withPort(port)
                    .withNow(now == null ? DemoMonth.FIRST_RUN : Instant.parse(now))
                    .withBusy(busy)
                    .withAlike(alike)
                    .withLatency(Duration.ofMillis(latency))
                    .withLimits(aws(limits))
                    .withFaults(faults.stream().map(FaultSpec::parse).toList());
            options = accounts == null ? options : options.withAccounts(accounts);
            options = regions == null ? options : options.withRegions(regions);
            options = users == null ? options : options.withUsers(users);
            options = findings == null ? options : options.withFindings(findings);
            return threats == null ? options : options.withThreats(threats);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Stop(ExitCode.USAGE, e.getMessage());
        }
    }

    private JsonNode policy() throws IOException {
        try {
            return new ObjectMapper().readTree(allow.toFile());
        } catch (JsonProcessingException e) {
            throw new Stop(ExitCode.FILE, allow + " is not JSON: " + e.getOriginalMessage());
        }
    }

    private static boolean aws(String limits) {
        return switch (limits) {
            case "aws" -> true;
            case "none" -> false;
            default -> throw new IllegalArgumentException("--limits is aws or none, not \"" + limits + "\"");
        };
    }
}
