package io.exhibit.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.collect.Failure;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Target;
import java.io.IOException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.sts.model.StsException;

class AwsCausesTest {

    private static final Call LIST_KEYS = Call.of("kms:ListKeys");
    private static final Target TARGET = new Target("111122223333", "eu-west-1");

    private final AwsLandscape landscape = new AwsLandscape(null);

    private Failure failure(RuntimeException thrown) {
        return landscape.causes().of(LIST_KEYS, TARGET, thrown).orElseThrow();
    }

    private static AwsServiceException said(AwsServiceException.Builder builder, String code, String message) {
        return builder.awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .requestId("r-1")
                .statusCode(400)
                .build();
    }

    @ParameterizedTest
    @CsvSource({
        "AccessDenied, DENIED",
        "AccessDeniedException, DENIED",
        "UnauthorizedOperation, DENIED",
        "Throttling, THROTTLED",
        "RequestLimitExceeded, THROTTLED",
        "TooManyRequestsException, THROTTLED",
        "LimitExceeded, THROTTLED",
        "ExpiredTokenException, CREDENTIALS",
        "RequestExpired, CREDENTIALS",
        "RequestTimeTooSkewed, CREDENTIALS",
        "InvalidClientTokenId, CREDENTIALS",
        "UnrecognizedClientException, CREDENTIALS",
        "ReportInProgress, NOT_READY",
        "ReportNotPresent, NOT_READY",
        "ReportExpired, NOT_READY",
        "RegionDisabledException, REGION_DISABLED",
        "InternalFailure, FAILED",
        "SomethingNew, FAILED",
    })
    void goesByTheErrorCode(String code, Cause cause) {
        assertThat(failure(said(KmsException.builder(), code, "why")))
                .isEqualTo(new Failure(cause, code, "why", "r-1"));
    }

    @Test
    void securityHubThatIsOffIsNoRefusalAndARefusalIsNotOff() {
        String code = "InvalidAccessException";
        assertThat(failure(said(KmsException.builder(), code, "Account 1 is not subscribed to AWS Security Hub"))
                        .cause())
                .isEqualTo(Cause.FAILED);
        assertThat(failure(said(KmsException.builder(), code, "User x is not authorized to perform: DescribeHub"))
                        .cause())
                .isEqualTo(Cause.DENIED);
    }

    @Test
    void anErrorWithoutCodeOrMessageIsAFailureByItsStatus() {
        AwsServiceException bare = AwsServiceException.builder().statusCode(502).build();
        assertThat(failure(bare)).isEqualTo(new Failure(Cause.FAILED, "", "HTTP status 502", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "with an explicit deny in a service control policy: arn:aws:organizations::1:policy/o-1/x/p-1, SCP_DENIED",
        "with an explicit deny in a resource control policy, SCP_DENIED",
        "because no service control policy allows the kms:ListKeys action, SCP_DENIED",
        "because no resource control policy allows the kms:ListKeys action, SCP_DENIED",
        "due to an explicit deny in a Service Control Policy, SCP_DENIED",
        "with an explicit deny in a resource-based policy, RESOURCE_DENIED",
        "because no resource-based policy allows the kms:DescribeKey action, RESOURCE_DENIED",
        "because no identity-based policy allows the kms:ListKeys action, IDENTITY_DENIED",
        "with an explicit deny in an identity-based policy: arn:aws:iam::1:policy/x, IDENTITY_DENIED",
        "because no permissions boundary allows the kms:ListKeys action, BOUNDARY_DENIED",
        "with an explicit deny in a permissions boundary, BOUNDARY_DENIED",
        "because no session policy allows the kms:ListKeys action, BOUNDARY_DENIED",
        "because no VPC endpoint policy allows the kms:ListKeys action, ENDPOINT_DENIED",
        "'', DENIED",
    })
    void theKindOfPolicyIsNamedByTheMessage(String why, Cause cause) {
        String message = "User: x is not authorized to perform: kms:ListKeys " + why;
        assertThat(failure(said(KmsException.builder(), "AccessDeniedException", message))
                        .cause())
                .isEqualTo(cause);
    }

    @Test
    void aRegionIsDisabledOnlyWhenTheAccountsOwnListSaysSoToo() {
        RuntimeException refused = said(KmsException.builder(), "UnrecognizedClientException", "invalid");
        landscape.enabled(TARGET.account(), new TreeSet<>(List.of("us-east-1", "eu-west-1")));
        assertThat(failure(refused).cause()).isEqualTo(Cause.CREDENTIALS);
        landscape.enabled(TARGET.account(), new TreeSet<>(List.of("us-east-1")));
        assertThat(failure(refused).cause()).isEqualTo(Cause.REGION_DISABLED);
    }

    @Test
    void aRoleLostDuringTheRunIsTheRolesGap() {
        assertThat(failure(said(StsException.builder(), "AccessDenied", "no")).cause())
                .isEqualTo(Cause.ASSUME_ROLE_DENIED);
    }

    @Test
    void aNameWithoutAddressMeansNoServiceOnlyWhereTheSdkKnowsNoneEither() {
        RuntimeException unknown = SdkClientException.create("x", new UnknownHostException("kms.eu-west-1"));
        assertThat(failure(unknown).cause()).isEqualTo(Cause.UNREACHABLE);
        Optional<Failure> nowhere =
                landscape.causes().of(LIST_KEYS, new Target("111122223333", "xx-nowhere-1"), unknown);
        assertThat(nowhere).get().extracting(Failure::cause).isEqualTo(Cause.NOT_AVAILABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Unable to load credentials from any of the providers",
                "The SSO session associated with this profile has expired or is otherwise invalid."
            })
    void missingAndExpiredCredentialsAreSaidToBeSo(String message) {
        assertThat(failure(SdkClientException.create(message)).cause()).isEqualTo(Cause.CREDENTIALS);
    }

    @Test
    void aBrokenConnectionIsUnreachable() {
        assertThat(failure(SdkClientException.create("x", new IOException("reset")))
                        .cause())
                .isEqualTo(Cause.UNREACHABLE);
    }

    @Test
    void aCancelledRunAndAFaultOfOursAreNoGaps() {
        assertThat(landscape.causes().of(LIST_KEYS, TARGET, AbortedException.create("interrupted")))
                .isEmpty();
        assertThat(landscape.causes().of(LIST_KEYS, TARGET, new NullPointerException()))
                .isEmpty();
    }
}
