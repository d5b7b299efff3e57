using Fairload.Core.Caseload;

namespace Fairload.Web.Caseload;

/// <summary>How one load is worked out, line by line.</summary>
internal sealed record LoadPartsView(WorkerLoad Load, Weights Weights);
