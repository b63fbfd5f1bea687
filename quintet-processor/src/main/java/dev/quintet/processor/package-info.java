/// From a model class to its catalogue, as readable source.
///
/// {@link dev.quintet.processor.ModelProcessor} finds the models, `ModelReader` and `FieldReader`
/// read one and refuse what cannot be one, `CatalogueWriter` and `MappingWriter` write it down.
@NullMarked
package dev.quintet.processor;

import org.jspecify.annotations.NullMarked;
