package org.mailround.campaign;

/**
 * One rendering of an edition, frozen: what every recipient of it has in common. Where the person's own words go stand
 * slots, which only the room that renders mail understands.
 *
 * @param language of the fixed words, as a BCP 47 tag in lower case
 * @param html the HTML part, with slots
 * @param text the text part, with slots, lines separated by LF
 */
public record Variant(String language, String html, String text) {}
