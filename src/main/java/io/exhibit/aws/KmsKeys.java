package io.exhibit.aws;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import java.util.List;

/** KMS keys with their aliases, policy and rotation. Policy and rotation are asked of customer managed keys: AWS writes and rotates its own, and some of those refuse the question. */
final class KmsKeys {

    static final Source SOURCE = new Source(
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
                            List.of("kms:GetKeyPolicy", "kms:ListKeys", "kms:DescribeKey")))));

    private KmsKeys() {}
}
