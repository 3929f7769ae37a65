package org.mailround.message;

import com.helger.css.decl.CSSSelector;
import com.helger.css.decl.CSSSelectorAttribute;
import com.helger.css.decl.CSSSelectorSimpleMember;
import com.helger.css.decl.ICSSSelectorMember;
import java.util.Comparator;

/** How much a selector weighs against others (Selectors Level 3 section 9): ids, then classes, then element names. */
record Specificity(int ids, int classes, int elements) implements Comparable<Specificity> {

    private static final Comparator<Specificity> ORDER = Comparator.comparingInt(Specificity::ids)
            .thenComparingInt(Specificity::classes)
            .thenComparingInt(Specificity::elements);

    static Specificity of(CSSSelector selector) {
        int ids = 0;
        int classes = 0;
        int elements = 0;
        for (ICSSSelectorMember member : selector.getAllMembers()) {
            if (member instanceof CSSSelectorAttribute) {
                classes++;
            } else if (member instanceof CSSSelectorSimpleMember simple) {
                ids += simple.isHash() ? 1 : 0;
                classes += simple.isClass() ? 1 : 0;
                elements += simple.isElementName() && !simple.getValue().equals("*") ? 1 : 0;
            }
        }
        return new Specificity(ids, classes, elements);
    }

    @Override
    public int compareTo(Specificity other) {
        return ORDER.compare(this, other);
    }
}
