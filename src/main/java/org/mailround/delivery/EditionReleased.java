package org.mailround.delivery;

import org.mailround.campaign.Edition;

/**
 * This process lets go of an edition: a round has ended, all done or not.
 *
 * @param edition as it was when the round had its end
 */
public record EditionReleased(Edition edition) {}
