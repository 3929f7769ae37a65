package org.mailround.site;

/**
 * One topic that a person may choose or not.
 *
 * @param topic as it is kept, in lower case
 * @param name as people read it
 */
record TopicChoice(String topic, String name, boolean ticked) {}
