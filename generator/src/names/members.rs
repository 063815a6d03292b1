//! The names of fields and variants.

use super::taken::Taken;
use super::variants::{labels, not_null, number};
use super::{Name, Names, words};
use crate::diag::Report;
use crate::ir::{Additional, Api, EnumBase, EnumValue, Shape, TypeId};
use crate::threads::{grouped, on_all_cores};

impl Names {
    /// Names the members of all types, which share no names, on all cores.
    pub(super) fn name_all_members(&mut self, api: &Api, report: &mut Report) {
        let groups = on_all_cores(grouped(&self.types), |group| {
            let mut found = Report::default();
            let named = group.into_iter().map(|(&id, name)| {
                let (members, rest) = self.member_names(api, id, name, &mut found);
                (id, members, rest)
            });
            (named.collect::<Vec<_>>(), found)
        });
        for (named, found) in groups {
            report.append(found);
            for (id, members, rest) in named {
                if !members.is_empty() {
                    self.members.insert(id, members);
                }
                self.rest.extend(rest.map(|rest| (id, rest)));
            }
        }
    }

    /// The names of a type's members, and of what holds its other properties.
    fn member_names(
        &self,
        api: &Api,
        id: TypeId,
        name: &Name,
        report: &mut Report,
    ) -> (Vec<Name>, Option<Name>) {
        let ty = api.ty(id);
        let mut taken = Taken::default();
        let mut rest = None;
        let members = match &ty.shape {
            Shape::Struct(object) => {
                if object.additional == Additional::Ignored {
                    taken.reserve("undeclared");
                }
                let members = object
                    .fields
                    .iter()
                    .map(|field| {
                        let wanted =
                            words::field_name(field.rust_name.as_ref().unwrap_or(&field.wire));
                        taken.claim_for(Some(&field.wire), wanted, &field.at, report)
                    })
                    .collect();
                if let Additional::Typed(_) = object.additional {
                    let wanted = words::field_name("additional_properties");
                    rest = Some(taken.claim(wanted, &ty.origin.at, report));
                }
                members
            }
            Shape::Enum(shape) => {
                taken.reserve("Unknown");
                let at = ty.origin.at.key("enum");
                shape
                    .values
                    .iter()
                    .map(|value| {
                        let wanted = variant_name(value, shape.base, name.plain());
                        let shown = value.value.to_string();
                        taken.claim_for(Some(&shown), wanted, &at, report)
                    })
                    .collect()
            }
            Shape::Union(union) => {
                taken.reserve("Unknown");
                union
                    .variants
                    .iter()
                    .zip(labels(api, union))
                    .enumerate()
                    .map(|(index, (variant, label))| {
                        let wanted = match (
                            label,
                            number(api, variant),
                            self.types.get(&not_null(api, variant.ty)),
                        ) {
                            (Some(label), ..) => words::variant_name(&label, name.plain()),
                            (None, None, Some(name)) => name.plain().to_owned(),
                            (None, number, _) => {
                                format!("Variant{}", number.unwrap_or(index + 1))
                            }
                        };
                        taken.claim(wanted, &ty.origin.at, report)
                    })
                    .collect()
            }
            _ => Vec::new(),
        };
        (members, rest)
    }
}

fn variant_name(value: &EnumValue, base: EnumBase, ty: &str) -> String {
    let text = match (&value.name, value.value.as_str()) {
        (Some(name), _) => name.clone(),
        (None, Some(text)) if base == EnumBase::Text => text.to_owned(),
        _ => value.value.to_string(),
    };
    words::variant_name(&text, ty)
}
