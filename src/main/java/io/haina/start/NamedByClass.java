package io.haina.start;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.context.annotation.ContextAnnotationAutowireCandidateResolver;

/**
 * Suggests that a bean of a class has the class's name, as all of Haina's have: without it each class that a constructor
 * asks for is compared with every bean there is, which is several hundred thousand comparisons. Where no bean is called
 * so, or it is not of that class, Spring looks as it always does.
 */
final class NamedByClass extends ContextAnnotationAutowireCandidateResolver {

    @Override
    public @Nullable String getSuggestedName(DependencyDescriptor dependency) {
        String qualified = super.getSuggestedName(dependency);
        return qualified == null ? dependency.getDependencyType().getName() : qualified;
    }
}
