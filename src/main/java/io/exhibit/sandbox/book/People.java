package io.exhibit.sandbox.book;

/** Who signs in the demo organization: made-up names, each with its office, as an entry has them. */
final class People {
    static final String SECURITY_OFFICIAL = "Ada Exemplar, Security Official";
    static final String PLATFORM_LEAD = "Mara Delacroix, Platform Lead";
    static final String IDENTITY_LEAD = "Ian Mockup, Identity Lead";
    static final String COMPLIANCE_MANAGER = "Paul Placeholder, Compliance Manager";
    static final String HUMAN_RESOURCES = "Nora Sample, Human Resources";
    static final String GENERAL_COUNSEL = "Otto Fiction, General Counsel";
    static final String INCIDENT_LEAD = "Ivy Pretend, Incident Response Lead";
    static final String CHIEF_EXECUTIVE = "Carla Invented, Chief Executive";

    private People() {}
}
