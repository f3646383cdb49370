package io.exhibit.aws;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/**
 * Credentials of every account: the caller's own for its own, the collector's role for the others. Asked for over a client
 * that is not tapped, so that no answer of AssumeRole can reach the vault.
 */
final class Credentials implements AutoCloseable {

    private final AwsSettings settings;
    private final Supplier<StsClient> makeSts;
    private final AwsCredentialsProvider own;
    private final Map<String, StsAssumeRoleCredentialsProvider> roles = new ConcurrentHashMap<>();
    private StsClient sts;
    private volatile String caller = "";
    private volatile String partition = "aws";

    Credentials(AwsSettings settings, Supplier<StsClient> makeSts) {
        this.settings = settings;
        this.makeSts = makeSts;
        this.own = settings.simulated()
                ? StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIASANDBOX", "sandbox"))
                : DefaultCredentialsProvider.builder().build();
    }

    AwsCredentialsProvider own() {
        return own;
    }

    /** Looked up for every request, because a client speaks for many accounts and may outlive a run. */
    AwsCredentials of(String account) {
        return account.equals(caller) ? own.resolveCredentials() : takenOn(account);
    }

    /**
     * Whose credentials the own ones are.
     *
     * @throws SdkClientException when that is no account or no ARN: STS was answered by something else
     */
    void caller(String account, String arn) {
        if (account == null || !account.matches("[0-9]{12}") || arn == null || !arn.matches("arn:[a-z-]+:.+")) {
            throw SdkClientException.create("the answer names no caller");
        }
        caller = account;
        partition = arn.split(":", 3)[1];
    }

    synchronized StsClient sts() {
        if (sts == null) {
            sts = makeSts.get();
        }
        return sts;
    }

    /** Takes on the role now; throws what STS says when it may not. */
    void assume(String account) {
        of(account);
    }

    /** An answer without keys, such as another operation's, makes the SDK's provider run into a null that no caller of it expects. */
    private AwsCredentials takenOn(String account) {
        try {
            return role(account).resolveCredentials();
        } catch (SdkException told) {
            throw told;
        } catch (RuntimeException keyless) {
            throw SdkClientException.create("the answer holds no keys", keyless);
        }
    }

    private StsAssumeRoleCredentialsProvider role(String account) {
        return roles.computeIfAbsent(
                account,
                a -> StsAssumeRoleCredentialsProvider.builder()
                        .stsClient(sts())
                        .refreshRequest(r -> r.roleArn("arn:" + partition + ":iam::" + a + ":role/" + settings.role())
                                .roleSessionName(settings.session())
                                .externalId(settings.externalId().isEmpty() ? null : settings.externalId()))
                        .build());
    }

    /** Forgets the roles taken on. */
    void forget() {
        roles.values().forEach(StsAssumeRoleCredentialsProvider::close);
        roles.clear();
    }

    @Override
    public void close() {
        forget();
    }
}
