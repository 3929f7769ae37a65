package org.mailround.batch;

import org.mailround.campaign.Edition;

/**
 * An edition is ready to be planned.
 *
 * @param continued whether it was composed by an earlier run that did not finish
 */
public record EditionComposed(Edition edition, boolean continued) {}
