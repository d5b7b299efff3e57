namespace Fairload.Core.Caseload.Calibration;

/// <summary>A short made-up case that several people score apart. Nobody in it is real.</summary>
/// <param name="Code">Stable, so that a later round can ask for the same again.</param>
public sealed record Vignette(string Code, Area Area, string Title, string Text);
