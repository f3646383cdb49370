package io.exhibit.cli.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exhibit.aws.AwsCollectors;
import io.exhibit.aws.RolePolicy;
import io.exhibit.aws.RoleTemplate;
import io.exhibit.cli.settings.Given;
import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints what the collecting role must be allowed. */
@Command(
        name = "iam-policy",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Prints the least privilege that collecting needs, as IAM policy JSON. Asks AWS nothing.",
            "",
            "Reading documents of AWS Artifact accepts their terms; those two actions are in it only when the settings name",
            "series under aws.artifact_series."
        },
        footer = {
            "",
            "Examples:",
            "  exhibit iam-policy > collector-policy.json",
            "  exhibit iam-policy --cloudformation > collector-role.json    StackSet over the member accounts",
            "  exhibit iam-policy --hub                                     for the role that Exhibit runs with"
        })
public final class IamPolicyCommand implements Callable<Integer> {

    @Mixin
    private Given given = new Given();

    @ArgGroup
    private Form form = new Form();

    private final Console console;

    /** One of them, or none for the policy alone. */
    static final class Form {
        @Option(names = "--cloudformation", description = "Print a CloudFormation template of the role instead.")
        private boolean cloudformation;

        @Option(names = "--hub", description = "Print what the role that Exhibit runs with needs beside.")
        private boolean hub;
    }

    IamPolicyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Settings.Aws aws = given.settings().aws();
        RolePolicy policy =
                new RolePolicy(AwsCollectors.sources(), !aws.artifactSeries().isEmpty());
        if (form.hub) {
            print(RolePolicy.hub(aws.region(), aws.role(), aws.kmsKey()));
        } else if (form.cloudformation) {
            print(RoleTemplate.of(policy, aws.role()));
        } else {
            print(policy.document());
            console.say(policy.actions().size() + " actions."
                    + (policy.fitsOneManagedPolicy()
                            ? ""
                            : " Longer than a managed policy may be: attach it as the role's inline policy, or use"
                                    + " --cloudformation, which splits it."));
        }
        return ExitCode.DONE;
    }

    private void print(ObjectNode document) {
        DefaultPrettyPrinter lines = new DefaultPrettyPrinter();
        lines.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
        try {
            console.raw(new ObjectMapper().writer(lines).writeValueAsString(document));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree in memory always prints", e);
        }
    }
}
