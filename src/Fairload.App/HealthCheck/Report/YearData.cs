using Fairload.App.HealthCheck.Cycles;
using Fairload.App.HealthCheck.Measures;
using Fairload.App.PeerReview;
using Fairload.App.Surveys.Results;
using Fairload.Core.Actions.Scrutiny;
using Fairload.Core.Actions;
using Fairload.Core.HealthCheck.Report;
using Fairload.Core.Surveys.Results;

namespace Fairload.App.HealthCheck.Report;

/// <summary>Everything that a year's report is written from.</summary>
/// <param name="View">Its parts, findings, forums and judgements.</param>
/// <param name="Now">Figures by code: those of now until the report is begun, then those that were frozen.</param>
/// <param name="Before">Of the year before; empty where there is none.</param>
/// <param name="LetOut">Codes of the figures about people that the ledger let out.</param>
/// <param name="Asked">What was asked at the last meeting of scrutiny.</param>
/// <param name="Reviews">What peer reviewers and auditors of case files found in the year.</param>
/// <param name="Surveys">What was let out of the year's rounds, in the edition at hand, by code of the questionnaire.</param>
public sealed record YearData(
    CycleView View, IReadOnlyDictionary<string, MeasureReading> Now, IReadOnlyDictionary<string, MeasureReading> Before,
    IReadOnlySet<string> LetOut, IReadOnlyList<WhatWasAsked> Asked, CannotFund Unfunded, ReviewFigures Reviews,
    IReadOnlyDictionary<string, ResultView> Surveys, string Council, DateOnly On);

/// <summary>Writes a year's report from its data, for an edition in a language. It asks nothing and decides nothing.</summary>
public delegate ReportDocument ReportWriter(YearData data, Edition edition, string language);
