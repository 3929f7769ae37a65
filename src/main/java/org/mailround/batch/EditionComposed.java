package org.mailround.batch;

import org.jspecify.annotations.Nullable;
import org.mailround.campaign.Edition;

/**
 * An edition is ready to be planned.
 *
 * @param continued whether it was composed by an earlier run that did not finish
 * @param shortened what was shortened so that it fits into a mail, for people; null where nothing was
 */
public record EditionComposed(
        Edition edition, boolean continued, @Nullable String shortened) {}
