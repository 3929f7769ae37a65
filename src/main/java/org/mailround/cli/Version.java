package org.mailround.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version that the jar says it is. */
class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"Mailround " + Objects.requireNonNullElse(version, "(from its sources)")};
    }
}
