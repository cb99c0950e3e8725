import { addToIncidents, createIncidents, mergeIncidents } from '../../measure/incident.js';
import { codebookOf, type VisitorOf } from '../visitor.js';

export const incidents: VisitorOf<'incidents'> = {
  create: (study, options) => createIncidents(codebookOf(study), options),
  add: addToIncidents,
  merge: mergeIncidents,
};
