package io.haina.outreach;

/**
 * The lead that an outreach record has become.
 *
 * @param made whether it became one just now
 */
public record OutreachLead(long outreachId, long leadId, boolean made) {}
