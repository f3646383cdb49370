package io.exhibit.read;

import java.nio.charset.StandardCharsets;

/** A made-up page of Inspector findings in the form and size of real ones: 100 of them, about 3.4 kB each. */
final class FindingsPage {

    static final int FINDINGS = 100;

    private FindingsPage() {}

    static byte[] of(int page) {
        StringBuilder text = new StringBuilder("{\"findings\":[");
        for (int i = 0; i < FINDINGS; i++) {
            text.append(i == 0 ? "" : ",").append(finding(page * FINDINGS + i));
        }
        return text.append("],\"nextToken\":\"t")
                .append(page)
                .append("\"}")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String finding(int n) {
        String id = Integer.toHexString(n * 0x9E3779B9);
        String seen = (1_790_000_000L + n * 977L) + "." + (n % 1000);
        StringBuilder packages = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            packages.append(i == 0 ? "" : ",")
                    .append("{\"arch\":\"X86_64\",\"epoch\":0,\"filePath\":\"/usr/lib/x86_64-linux-gnu/lib" + id + i)
                    .append(".so.1\",\"fixedInVersion\":\"0:4.4.0-1." + i + "ubuntu1\",\"name\":\"library-" + id)
                    .append("\",\"packageManager\":\"OS\",\"release\":\"210.242\",\"remediation\":\"apt-get update && ")
                    .append("apt-get upgrade\",\"version\":\"4.4." + i + "\"}");
        }
        return "{\"awsAccountId\":\"333344445555\",\"description\":\"\\n A flaw in the handling of input of library "
                + id
                + " allows a remote party to read\\n memory that it should not, and in certain configurations to stop the"
                + " process.\\n It was found by a reader, and no known exploit exists.\",\"epss\":{\"score\":0.00105},"
                + "\"exploitAvailable\":\"NO\",\"findingArn\":\"arn:aws:inspector2:us-east-1:333344445555:finding/" + id
                + "\",\"firstObservedAt\":" + seen + ",\"fixAvailable\":\"YES\",\"inspectorScore\":6.5,"
                + "\"inspectorScoreDetails\":{\"adjustedCvss\":{\"adjustments\":[],\"cvssSource\":\"UBUNTU_CVE\",\"score\":6.5,"
                + "\"scoreSource\":\"UBUNTU_CVE\",\"scoringVector\":\"CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:C/C:H/I:N/A:N\","
                + "\"version\":\"3.1\"}},\"lastObservedAt\":" + seen
                + ",\"packageVulnerabilityDetails\":{\"cvss\":[{\"baseScore\":6.5,"
                + "\"scoringVector\":\"CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:C/C:H/I:N/A:N\",\"source\":\"NVD\",\"version\":\"3.1\"}],"
                + "\"referenceUrls\":[\"https://example.org/notices/" + id + "-1\",\"https://example.org/notices/" + id
                + "-2\"],\"relatedVulnerabilities\":[],\"source\":\"UBUNTU_CVE\",\"sourceUrl\":\"https://example.org/cve/"
                + id
                + "\",\"vendorCreatedAt\":1691452800.0,\"vendorSeverity\":\"medium\",\"vulnerabilityId\":\"CVE-2026-"
                + n
                + "\",\"vulnerablePackages\":[" + packages
                + "]},\"remediation\":{\"recommendation\":{\"text\":\"None Provided\"}},"
                + "\"resources\":[{\"details\":{\"awsEc2Instance\":{\"iamInstanceProfileArn\":"
                + "\"arn:aws:iam::333344445555:instance-profile/app\",\"imageId\":\"ami-" + id
                + "\",\"ipV4Addresses\":[\"10.0.0.7\"],"
                + "\"ipV6Addresses\":[],\"launchedAt\":1788000000.0,\"platform\":\"UBUNTU_22_04\",\"subnetId\":\"subnet-"
                + id
                + "\",\"type\":\"t3.large\",\"vpcId\":\"vpc-" + id + "\"}},\"id\":\"i-" + id
                + "\",\"partition\":\"aws\",\"region\":\"us-east-1\",\"tags\":{\"Name\":\"claims-" + n
                + "\",\"data\":\"phi\"},\"type\":\"AWS_EC2_INSTANCE\"}],\"severity\":\"MEDIUM\",\"status\":\"ACTIVE\","
                + "\"title\":\"CVE-2026-" + n + " - library-" + id
                + "\",\"type\":\"PACKAGE_VULNERABILITY\",\"updatedAt\":" + seen + "}";
    }
}
