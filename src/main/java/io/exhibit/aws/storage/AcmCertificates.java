package io.exhibit.aws.storage;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.aws.AwsClients;
import io.exhibit.collect.Capture;
import io.exhibit.collect.Collector;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import io.exhibit.evidence.Target;
import java.util.List;
import software.amazon.awssdk.services.acm.AcmClient;
import software.amazon.awssdk.services.acm.model.KeyAlgorithm;
import software.amazon.awssdk.services.acm.model.ListCertificatesResponse;

/** Certificates of AWS Certificate Manager. Unless it is asked for every algorithm it lists only some RSA certificates. */
public final class AcmCertificates implements Collector {

    public static final Source SOURCE = new Source(
            "acm.certificates",
            "ACM certificates",
            Scope.REGION,
            List.of(json("acm:ListCertificates", "CertificateArn", "CertificateSummaryList")),
            List.of(reading(
                    "acm.certificates",
                    "certificates",
                    "CertificateArn",
                    "CertificateSummaryList",
                    List.of("acm:ListCertificates"))));

    private static final int PAGE = 1000;

    private final AwsClients clients;

    public AcmCertificates(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        AcmClient acm = clients.regional("acm", target, AcmClient::builder);
        capture.pages(
                Call.of("acm:ListCertificates"),
                token -> acm.listCertificates(r -> r.includes(i -> i.keyTypes(KeyAlgorithm.knownValues()))
                        .maxItems(clients.page(PAGE))
                        .nextToken(token)),
                ListCertificatesResponse::nextToken,
                page -> {});
    }
}
