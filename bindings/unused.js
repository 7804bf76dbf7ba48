// What Embind registers for every module and no function of this one takes or gives: only numbers
// cross. It was a third of the glue; a function that needs one of these fails when it is bound.
const unused = {};
for (const type of ['bool', 'emval', 'memory_view', 'std_string', 'std_wstring', 'void']) {
  unused[`_embind_register_${type}`] = function () {};
  unused[`_embind_register_${type}__deps`] = [];
}
mergeInto(LibraryManager.library, unused);
