package org.mailround.report;

/**
 * What became of an edition at one domain.
 *
 * @param domain where they are written to; {@code (forgotten)} for those whose address nobody knows any more
 * @param audience how many people there it was for
 * @param rejected how many the relay refused for good
 * @param expired how many it refused for now until the deadline
 * @param bounced how many of the accepted came back
 * @param complained how many of the accepted complained
 * @param hard how many of the refused and of those that came back did as nobody is there any more
 * @param soft the same for what may pass
 * @param policy the same for what is no fault of theirs: spam, authentication, reputation
 */
public record DomainReport(
        String domain,
        long audience,
        long accepted,
        long rejected,
        long expired,
        long bounced,
        long complained,
        long hard,
        long soft,
        long policy) {}
