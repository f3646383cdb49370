package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.AwsError;
import io.exhibit.sandbox.wire.AwsService;
import io.exhibit.sandbox.wire.Json;
import io.exhibit.sandbox.wire.Operation;
import io.exhibit.sandbox.wire.Protocol;
import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.ShellSessions;
import io.exhibit.sandbox.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** AWS Systems Manager: the document that holds Session Manager's preferences (JSON 1.1). */
final class SsmApi {
    private static final Instant MADE = Instant.parse("2024-05-20T10:15:00Z");

    private final Supplier<World> world;

    private SsmApi(Supplier<World> world) {
        this.world = world;
    }

    static AwsService on(Supplier<World> world) {
        SsmApi api = new SsmApi(world);
        return new AwsService(
                "ssm",
                Protocol.JSON,
                "AmazonSSM",
                "Message",
                Wording.json("ThrottlingException", "InternalServerError"),
                List.of(Operation.named("GetDocument", api::document)));
    }

    private Map<String, Object> document(Ask ask) {
        String name = ask.member("Name").orElse("");
        ShellSessions sessions = world.get()
                .journal()
                .shellSessions(ask.account(), ask.region())
                .filter(there -> name.equals("SSM-SessionManagerRunShell"))
                .orElseThrow(
                        () -> new AwsError(400, "InvalidDocument", "Document with name " + name + " does not exist."));
        return Tree.of(
                "Name",
                name,
                "CreatedDate",
                MADE,
                "DocumentVersion",
                "1",
                "Status",
                "Active",
                "Content",
                Json.text(content(sessions)),
                "DocumentType",
                "Session",
                "DocumentFormat",
                "JSON");
    }

    private static Map<String, Object> content(ShellSessions sessions) {
        return Tree.of(
                "schemaVersion",
                "1.0",
                "description",
                "Document to hold regional settings for Session Manager",
                "sessionType",
                "Standard_Stream",
                "inputs",
                Tree.of(
                        "s3BucketName",
                        "",
                        "s3KeyPrefix",
                        "",
                        "s3EncryptionEnabled",
                        true,
                        "cloudWatchLogGroupName",
                        sessions.logGroup(),
                        "cloudWatchEncryptionEnabled",
                        true,
                        "cloudWatchStreamingEnabled",
                        true,
                        "idleSessionTimeout",
                        String.valueOf(sessions.idleMinutes()),
                        "maxSessionDuration",
                        "",
                        "kmsKeyId",
                        "",
                        "runAsEnabled",
                        false,
                        "runAsDefaultUser",
                        "",
                        "shellProfile",
                        Tree.of("windows", "", "linux", "echo \"<b>\"; exec bash")));
    }
}
