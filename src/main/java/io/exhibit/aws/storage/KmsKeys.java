package io.exhibit.aws.storage;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.aws.AwsClients;
import io.exhibit.collect.Capture;
import io.exhibit.collect.Collector;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import io.exhibit.evidence.Target;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DescribeKeyResponse;
import software.amazon.awssdk.services.kms.model.KeyManagerType;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.OriginType;

/** KMS keys with their aliases, policy and rotation. Policy and rotation are asked of customer managed keys: AWS writes and rotates its own, and some of those refuse the question. */
public final class KmsKeys implements Collector {

    public static final Source SOURCE = new Source(
                    "kms.keys",
                    "KMS keys",
                    Scope.REGION,
                    List.of(
                            json("kms:ListKeys", "KeyId", "Keys"),
                            json("kms:ListAliases", "AliasName", "Aliases"),
                            json("kms:DescribeKey", "KeyId", "KeyMetadata"),
                            json("kms:GetKeyPolicy", "", "Policy"),
                            json("kms:GetKeyRotationStatus", "", "KeyRotationEnabled")),
                    List.of(
                            derived(joined(
                                    reading("kms.keys", "KMS keys", "KeyId", "Keys", List.of("kms:ListKeys")),
                                    "kms:DescribeKey",
                                    "kms:GetKeyPolicy",
                                    "kms:GetKeyRotationStatus",
                                    "kms:ListAliases")),
                            derived(reading(
                                    "kms.key-policy-statements",
                                    "key policy statements",
                                    "key",
                                    "",
                                    List.of("kms:GetKeyPolicy", "kms:ListKeys", "kms:DescribeKey")))))
            .only("every key is described; policy and rotation of those that the customer manages");

    private static final int KEYS = 1000;
    private static final int ALIASES = 100;

    private final AwsClients clients;

    public KmsKeys(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        KmsClient kms = clients.kms(target);
        Set<String> keys = new LinkedHashSet<>();
        capture.pages(
                Call.of("kms:ListKeys"),
                marker -> kms.listKeys(r -> r.limit(clients.page(KEYS)).marker(marker)),
                page -> Capture.next(page.truncated(), page.nextMarker()),
                page -> page.keys().forEach(key -> keys.add(key.keyId())));
        capture.pages(
                Call.of("kms:ListAliases"),
                marker -> kms.listAliases(r -> r.limit(clients.page(ALIASES)).marker(marker)),
                page -> Capture.next(page.truncated(), page.nextMarker()),
                page -> {});
        for (String id : keys) {
            capture.ask(Call.of("kms:DescribeKey", id), () -> kms.describeKey(r -> r.keyId(id)))
                    .map(DescribeKeyResponse::keyMetadata)
                    .filter(key -> key.keyManager() == KeyManagerType.CUSTOMER)
                    .ifPresent(key -> customerManaged(kms, capture, key));
        }
    }

    private static void customerManaged(KmsClient kms, Capture capture, KeyMetadata key) {
        String id = key.keyId();
        capture.ask(
                Call.of("kms:GetKeyPolicy", id),
                () -> kms.getKeyPolicy(r -> r.keyId(id).policyName("default")));
        if (key.keySpec() == KeySpec.SYMMETRIC_DEFAULT && key.origin() == OriginType.AWS_KMS) {
            capture.ask(Call.of("kms:GetKeyRotationStatus", id), () -> kms.getKeyRotationStatus(r -> r.keyId(id)));
        }
    }
}
