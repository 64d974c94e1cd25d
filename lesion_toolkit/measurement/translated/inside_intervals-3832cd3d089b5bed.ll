; -1
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"


define noundef range(i32 -1, -2) i32 @lesion_toolkit_kernel(ptr noalias writeonly captures(none) %retptr, ptr noalias readnone captures(none) %excinfo, ptr readnone captures(none) %arg.outline.0.0, ptr readnone captures(none) %arg.outline.0.1, i64 %arg.outline.0.2, i64 %arg.outline.0.3, ptr readnone captures(none) %arg.outline.0.4, i64 %arg.outline.0.5.0, i64 %arg.outline.0.5.1, i64 %arg.outline.0.6.0, i64 %arg.outline.0.6.1, ptr readnone captures(none) %arg.outline.1.0, ptr readnone captures(none) %arg.outline.1.1, i64 %arg.outline.1.2, i64 %arg.outline.1.3, ptr readnone captures(none) %arg.outline.1.4, i64 %arg.outline.1.5.0, i64 %arg.outline.1.5.1, i64 %arg.outline.1.6.0, i64 %arg.outline.1.6.1, ptr readnone captures(none) %arg.outline.2.0, ptr readnone captures(none) %arg.outline.2.1, i64 %arg.outline.2.2, i64 %arg.outline.2.3, ptr readnone captures(none) %arg.outline.2.4, i64 %arg.outline.2.5.0, i64 %arg.outline.2.5.1, i64 %arg.outline.2.6.0, i64 %arg.outline.2.6.1, ptr readnone captures(none) %arg.outline.3.0, ptr readnone captures(none) %arg.outline.3.1, i64 %arg.outline.3.2, i64 %arg.outline.3.3, ptr readonly captures(none) %arg.outline.3.4, i64 %arg.outline.3.5.0, i64 %arg.outline.3.5.1, i64 %arg.outline.3.6.0, i64 %arg.outline.3.6.1, ptr readnone captures(none) %arg.outline.4.0, ptr readnone captures(none) %arg.outline.4.1, i64 %arg.outline.4.2, i64 %arg.outline.4.3, ptr readonly captures(none) %arg.outline.4.4, i64 %arg.outline.4.5.0, i64 %arg.outline.4.5.1, i64 %arg.outline.4.5.2, i64 %arg.outline.4.6.0, i64 %arg.outline.4.6.1, i64 %arg.outline.4.6.2, ptr readnone captures(none) %arg.outline.5.0, ptr readnone captures(none) %arg.outline.5.1, i64 %arg.outline.5.2, i64 %arg.outline.5.3, ptr readnone captures(none) %arg.outline.5.4, i64 %arg.outline.5.5.0, i64 %arg.outline.5.5.1, i64 %arg.outline.5.6.0, i64 %arg.outline.5.6.1, double %arg.outline.6, double %arg.outline.7, double %arg.x, double %arg.y, double %arg.ux, double %arg.uy, double %arg.lo, double %arg.hi, double %arg.gap_mm, ptr readnone captures(none) %arg.found.0, ptr readnone captures(none) %arg.found.1, i64 %arg.found.2, i64 %arg.found.3, ptr captures(none) %arg.found.4, i64 %arg.found.5.0, i64 %arg.found.5.1, i64 %arg.found.6.0, i64 %arg.found.6.1) local_unnamed_addr #0 {
B0:
  %.148 = fdiv double %arg.x, %arg.outline.6
  %.153 = fdiv double %arg.y, %arg.outline.7
  %.158 = fdiv double %arg.ux, %arg.outline.6
  %.163 = fdiv double %arg.uy, %arg.outline.7
  %.186 = sitofp i64 %arg.outline.3.5.1 to double
  %.20.i = fcmp oeq double %.158, 0.000000e+00
  br i1 %.20.i, label %B16.i, label %B100.endif.endif.i

B16.i:                                            ; preds = %B0
  %.25.i = fcmp olt double %.148, 0.000000e+00
  %.29.i = fcmp ogt double %.148, %.186
  %or.cond.i = select i1 %.25.i, i1 true, i1 %.29.i
  br i1 %or.cond.i, label %B0.endif.endif.endif.endif.endif, label %B44.i

B44.i:                                            ; preds = %B16.i
  br label %B0.endif.endif.endif.endif.endif

B100.endif.endif.i:                               ; preds = %B0
  %.58.i = fneg double %.148
  %.63.i = fdiv double %.58.i, %.158
  %.66.i = fsub double %.186, %.148
  %.75.i = fdiv double %.66.i, %.158
  %.94.i = fcmp ogt double %.63.i, %.75.i
  %first.2.0.i = select i1 %.94.i, double %.75.i, double %.63.i
  %.10.i.i = fcmp ogt double %first.2.0.i, %arg.lo
  %.11.i.i = select i1 %.10.i.i, double %first.2.0.i, double %arg.lo
  %last.2.0.i = select i1 %.94.i, double %.63.i, double %.75.i
  %.10.i1.i = fcmp olt double %last.2.0.i, %arg.hi
  %.11.i2.i = select i1 %.10.i1.i, double %last.2.0.i, double %arg.hi
  br label %B0.endif.endif.endif.endif.endif

B298:                                             ; preds = %B16.i60, %B0.endif.endif.endif.endif.endif.endif
  %.295 = fsub double %arg.hi, %arg.lo
  %.301 = fadd double %arg.gap_mm, 1.000000e-09
  %.304 = fcmp ogt double %.295, %.301
  %"$phi338.0.2.0" = sext i1 %.304 to i64
  br label %common.ret

common.ret:                                       ; preds = %B1794, %B1828, %B1656, %B1382, %B298
  %n.4.2.lcssa87.sink = phi i64 [ %"$phi338.0.2.0", %B298 ], [ %.2171, %B1828 ], [ %.1892, %B1656 ], [ %.1388, %B1382 ], [ %n.4.2, %B1794 ]
  store i64 %n.4.2.lcssa87.sink, ptr %retptr, align 8
  ret i32 0

B724:                                             ; preds = %B378.endif.endif.endif.endif, %B672.endif
  %"$phi724.0.2.0" = phi double [ %.538, %B672.endif ], [ 0x7FF0000000000000, %B378.endif.endif.endif.endif ]
  %.553 = fcmp une double %.163, 0.000000e+00
  br i1 %.553, label %B738.endif, label %B790

B790:                                             ; preds = %B724, %B738.endif
  %"$phi790.0.2.0" = phi double [ %.568, %B738.endif ], [ 0x7FF0000000000000, %B724 ]
  %0 = fcmp une double %.158, 0.000000e+00
  %1 = fcmp une double %.163, 0.000000e+00
  %.589 = fdiv double 1.000000e+00, %.158
  %.590 = tail call double @llvm.fabs.f64(double %.589)
  %"$phi862.0.2.0" = select i1 %0, double %.590, double 0x7FF0000000000000
  %.611 = fdiv double 1.000000e+00, %.163
  %.612 = tail call double @llvm.fabs.f64(double %.611)
  %"$phi934.0.2.0" = select i1 %1, double %.612, double 0x7FF0000000000000
  %.872 = mul i64 %arg.outline.4.5.2, %arg.outline.4.5.1
  %.1334 = fadd double %arg.gap_mm, 1.000000e-09
  br label %B942.endif.outer

B942.endif.outer:                                 ; preds = %B1692, %B790
  %outside_since.3.0.ph = phi double [ %outside_since.4.2, %B1692 ], [ %arg.lo, %B790 ]
  %n.3.0.ph = phi i64 [ %n.4.2, %B1692 ], [ 0, %B790 ]
  %c.2.0.ph = phi i64 [ %.1946, %B1692 ], [ %.11.i68, %B790 ]
  %r.2.0.ph = phi i64 [ %r.2.0, %B1692 ], [ %.11.i70, %B790 ]
  %next_c.2.0.ph = phi double [ %.1954, %B1692 ], [ %"$phi724.0.2.0", %B790 ]
  %next_r.2.0.ph = phi double [ %next_r.2.0, %B1692 ], [ %"$phi790.0.2.0", %B790 ]
  %at.2.0.ph = phi double [ %.16.i, %B1692 ], [ %.224.sroa.0.0, %B790 ]
  %.740 = icmp slt i64 %c.2.0.ph, 0
  %.741 = select i1 %.740, i64 %arg.outline.3.5.1, i64 0
  %invariant.gep = getelementptr i8, ptr %arg.outline.3.4, i64 %c.2.0.ph
  %invariant.gep122 = getelementptr i8, ptr %invariant.gep, i64 %.741
  %.849 = select i1 %.740, i64 %arg.outline.4.5.1, i64 0
  %.850 = add i64 %.849, %c.2.0.ph
  %.876 = mul i64 %.850, %arg.outline.4.5.2
  %invariant.gep124 = getelementptr double, ptr %arg.outline.4.4, i64 %.876
  br label %B942.endif

B1060:                                            ; preds = %B942.endif
  %2 = icmp slt i64 %r.2.0, 0
  %.846 = select i1 %2, i64 %arg.outline.4.5.0, i64 0
  %.847 = add i64 %.846, %r.2.0
  %.874 = mul i64 %.872, %.847
  %gep = getelementptr double, ptr %invariant.gep124, i64 %.874
  %.940 = load double, ptr %gep, align 8
  %.969 = getelementptr i8, ptr %gep, i64 8
  %.970 = load double, ptr %.969, align 8
  %.999 = getelementptr i8, ptr %gep, i64 16
  %.1000 = load double, ptr %.999, align 8
  %.17.i = fmul double %.158, %.940
  %.18.i = fmul double %.163, %.970
  %.19.i = fadd double %.17.i, %.18.i
  %.23.i = fmul double %.148, %.940
  %.24.i = fmul double %.153, %.970
  %.25.i10 = fadd double %.23.i, %.24.i
  %.26.i = fadd double %.1000, %.25.i10
  %.27.i = fadd double %.26.i, 1.000000e-09
  %.32.i = fcmp ogt double %.19.i, 0.000000e+00
  br i1 %.32.i, label %B82.endif.i, label %B124.i

B124.i:                                           ; preds = %B1060
  %.89.i = fcmp olt double %.19.i, 0.000000e+00
  br i1 %.89.i, label %B136.endif.i, label %B178.i

B178.i:                                           ; preds = %B124.i
  %.154.i = fcmp olt double %.27.i, 0.000000e+00
  br i1 %.154.i, label %B1060.endif, label %B194.i

B194.i:                                           ; preds = %B178.i
  br label %B1060.endif

B82.endif.i:                                      ; preds = %B1060
  %.41.i = fneg double %.27.i
  %.48.i = fdiv double %.41.i, %.19.i
  %.10.i.i13 = fcmp ogt double %.48.i, %at.2.0
  %.11.i.i14 = select i1 %.10.i.i13, double %.48.i, double %at.2.0
  br label %B1060.endif

B136.endif.i:                                     ; preds = %B124.i
  %.97.i = fneg double %.27.i
  %.104.i = fdiv double %.97.i, %.19.i
  %.10.i1.i11 = fcmp olt double %.104.i, %.16.i
  %.11.i2.i12 = select i1 %.10.i1.i11, double %.104.i, double %.16.i
  br label %B1060.endif

B1190:                                            ; preds = %B1060.endif
  %sunkaddr = mul i64 %.874, 8
  %sunkaddr129 = getelementptr i8, ptr %invariant.gep124, i64 %sunkaddr
  %sunkaddr130 = getelementptr i8, ptr %sunkaddr129, i64 24
  %.1087 = load double, ptr %sunkaddr130, align 8
  %sunkaddr131 = mul i64 %.874, 8
  %sunkaddr132 = getelementptr i8, ptr %invariant.gep124, i64 %sunkaddr131
  %sunkaddr133 = getelementptr i8, ptr %sunkaddr132, i64 32
  %.1117 = load double, ptr %sunkaddr133, align 8
  %sunkaddr134 = mul i64 %.874, 8
  %sunkaddr135 = getelementptr i8, ptr %invariant.gep124, i64 %sunkaddr134
  %sunkaddr136 = getelementptr i8, ptr %sunkaddr135, i64 40
  %.1147 = load double, ptr %sunkaddr136, align 8
  %.17.i15 = fmul double %.158, %.1087
  %.18.i16 = fmul double %.163, %.1117
  %.19.i17 = fadd double %.17.i15, %.18.i16
  %.23.i18 = fmul double %.148, %.1087
  %.24.i19 = fmul double %.153, %.1117
  %.25.i20 = fadd double %.23.i18, %.24.i19
  %.26.i21 = fadd double %.1147, %.25.i20
  %.27.i22 = fadd double %.26.i21, 1.000000e-09
  %.32.i23 = fcmp ogt double %.19.i17, 0.000000e+00
  br i1 %.32.i23, label %B82.endif.i37, label %B124.i24

B124.i24:                                         ; preds = %B1190
  %.89.i25 = fcmp olt double %.19.i17, 0.000000e+00
  br i1 %.89.i25, label %B136.endif.i32, label %B178.i26

B178.i26:                                         ; preds = %B124.i24
  %.154.i27 = fcmp olt double %.27.i22, 0.000000e+00
  br i1 %.154.i27, label %B1336, label %B1190.endif

B82.endif.i37:                                    ; preds = %B1190
  %.41.i38 = fneg double %.27.i22
  %.48.i39 = fdiv double %.41.i38, %.19.i17
  %.10.i.i40 = fcmp ogt double %.48.i39, %at.2.0
  %.11.i.i41 = select i1 %.10.i.i40, double %.48.i39, double %at.2.0
  br label %B1190.endif

B136.endif.i32:                                   ; preds = %B124.i24
  %.97.i33 = fneg double %.27.i22
  %.104.i34 = fdiv double %.97.i33, %.19.i17
  %.10.i1.i35 = fcmp olt double %.104.i34, %.16.i
  %.11.i2.i36 = select i1 %.10.i1.i35, double %.104.i34, double %.16.i
  br label %B1190.endif

B1290:                                            ; preds = %B1190.endif
  %.1210 = fcmp olt double %end.2.0.sink.i, %start.2.0.sink.i
  %.1226 = fcmp olt double %start.2.0.sink.i29, %start.2.0.sink.i
  %or.cond = or i1 %.1210, %.1226
  br i1 %or.cond, label %B1314, label %B1336

B1314:                                            ; preds = %B1290
  br label %B1336

B1336:                                            ; preds = %B178.i26, %B1290, %B942.endif, %B1190.endif, %B1060.endif, %B1314
  %end.4.1 = phi double [ %end.2.0.sink.i30, %B1314 ], [ %end.2.0.sink.i, %B1290 ], [ %end.2.0.sink.i, %B1190.endif ], [ %end.2.0.sink.i, %B1060.endif ], [ %.16.i, %B942.endif ], [ %end.2.0.sink.i, %B178.i26 ]
  %start.4.1 = phi double [ %start.2.0.sink.i29, %B1314 ], [ %start.2.0.sink.i, %B1290 ], [ %start.2.0.sink.i, %B1190.endif ], [ %start.2.0.sink.i, %B1060.endif ], [ %at.2.0, %B942.endif ], [ %start.2.0.sink.i, %B178.i26 ]
  %other_start.5.1 = phi double [ %start.2.0.sink.i, %B1314 ], [ %start.2.0.sink.i29, %B1290 ], [ %start.2.0.sink.i29, %B1190.endif ], [ 1.000000e+00, %B1060.endif ], [ 1.000000e+00, %B942.endif ], [ 1.000000e+00, %B178.i26 ]
  %other_end.5.1 = phi double [ %end.2.0.sink.i, %B1314 ], [ %end.2.0.sink.i30, %B1290 ], [ %end.2.0.sink.i30, %B1190.endif ], [ 0.000000e+00, %B1060.endif ], [ 0.000000e+00, %B942.endif ], [ 0.000000e+00, %B178.i26 ]
  %.1315 = fcmp ugt double %start.4.1, %end.4.1
  br i1 %.1315, label %B1622, label %B1348.preheader

B1348.preheader:                                  ; preds = %B1336
  %.1330.peel = fsub double %start.4.1, %outside_since.3.0
  %.1335.peel = fcmp ogt double %.1330.peel, %.1334
  br i1 %.1335.peel, label %B1382, label %B1392.peel

B1392.peel:                                       ; preds = %B1348.preheader
  %.1394.peel = icmp sgt i64 %n.3.0, 0
  br i1 %.1394.peel, label %B1404.peel, label %B1526.peel

B1404.peel:                                       ; preds = %B1392.peel
  %.1397.peel = add nsw i64 %n.3.0, -1
  %.1446.peel = mul i64 %.1397.peel, %arg.found.5.1
  %3 = getelementptr double, ptr %arg.found.4, i64 %.1446.peel
  %.1450.peel = getelementptr i8, ptr %3, i64 8
  %.1451.peel = load double, ptr %.1450.peel, align 8
  %.1453.peel = fsub double %start.4.1, %.1451.peel
  %.1454.peel = fcmp ugt double %.1453.peel, 1.000000e-09
  br i1 %.1454.peel, label %B1526.peel, label %B1454.endif.peel

B1454.endif.peel:                                 ; preds = %B1404.peel
  %.10.i = fcmp ogt double %end.4.1, %.1451.peel
  %.11.i43 = select i1 %.10.i, double %end.4.1, double %.1451.peel
  %sunkaddr137 = mul i64 %.1446.peel, 8
  %sunkaddr138 = getelementptr i8, ptr %arg.found.4, i64 %sunkaddr137
  %sunkaddr139 = getelementptr i8, ptr %sunkaddr138, i64 8
  store double %.11.i43, ptr %sunkaddr139, align 8
  br label %B1566.peel

B1526.peel:                                       ; preds = %B1404.peel, %B1392.peel
  %.1636.peel = icmp slt i64 %n.3.0, 0
  %.1637.peel = select i1 %.1636.peel, i64 %arg.found.5.0, i64 0
  %.1638.peel = add i64 %.1637.peel, %n.3.0
  %.1658.peel = mul i64 %.1638.peel, %arg.found.5.1
  %.1662.peel = getelementptr double, ptr %arg.found.4, i64 %.1658.peel
  store double %start.4.1, ptr %.1662.peel, align 8
  %.1720.peel = getelementptr i8, ptr %.1662.peel, i64 8
  store double %end.4.1, ptr %.1720.peel, align 8
  %.1725.peel = add nsw i64 %n.3.0, 1
  br label %B1566.peel

B1566.peel:                                       ; preds = %B1526.peel, %B1454.endif.peel
  %.1738.peel.pre-phi = phi i64 [ %n.3.0, %B1526.peel ], [ %.1397.peel, %B1454.endif.peel ]
  %n.5.3.peel = phi i64 [ %.1725.peel, %B1526.peel ], [ %n.3.0, %B1454.endif.peel ]
  %.1767.inv.peel = icmp sgt i64 %n.5.3.peel, 0
  %.1768.peel = select i1 %.1767.inv.peel, i64 0, i64 %arg.found.5.0
  %.1769.peel = add i64 %.1768.peel, %.1738.peel.pre-phi
  %.1789.peel = mul i64 %.1769.peel, %arg.found.5.1
  %4 = getelementptr double, ptr %arg.found.4, i64 %.1789.peel
  %.1793.peel = getelementptr i8, ptr %4, i64 8
  %.1794.peel = load double, ptr %.1793.peel, align 8
  %.1813.peel = fcmp ugt double %other_start.5.1, %other_end.5.1
  br i1 %.1813.peel, label %B1622, label %B1348.peel.next

B1348.peel.next:                                  ; preds = %B1566.peel
  %.1330.peel780 = fsub double %other_start.5.1, %.1794.peel
  %.1335.peel781 = fcmp ogt double %.1330.peel780, %.1334
  br i1 %.1335.peel781, label %B1382, label %B1392.peel782

B1392.peel782:                                    ; preds = %B1348.peel.next
  %5 = icmp sgt i64 %n.5.3.peel, 0
  br i1 %5, label %B1404.peel784, label %B1526.peel798

B1404.peel784:                                    ; preds = %B1392.peel782
  %.1446.peel786 = mul i64 %.1738.peel.pre-phi, %arg.found.5.1
  %6 = getelementptr double, ptr %arg.found.4, i64 %.1446.peel786
  %.1450.peel787 = getelementptr i8, ptr %6, i64 8
  %.1451.peel788 = load double, ptr %.1450.peel787, align 8
  %.1453.peel789 = fsub double %other_start.5.1, %.1451.peel788
  %.1454.peel790 = fcmp ugt double %.1453.peel789, 1.000000e-09
  br i1 %.1454.peel790, label %B1526.peel798, label %B1454.endif.peel796

B1454.endif.peel796:                              ; preds = %B1404.peel784
  %.10.i44 = fcmp ogt double %other_end.5.1, %.1451.peel788
  %.11.i45 = select i1 %.10.i44, double %other_end.5.1, double %.1451.peel788
  %sunkaddr140 = mul i64 %.1446.peel786, 8
  %sunkaddr141 = getelementptr i8, ptr %arg.found.4, i64 %sunkaddr140
  %sunkaddr142 = getelementptr i8, ptr %sunkaddr141, i64 8
  store double %.11.i45, ptr %sunkaddr142, align 8
  br label %B1566.peel806

B1526.peel798:                                    ; preds = %B1404.peel784, %B1392.peel782
  %.1636.peel799 = icmp slt i64 %n.5.3.peel, 0
  %.1637.peel800 = select i1 %.1636.peel799, i64 %arg.found.5.0, i64 0
  %.1638.peel801 = add i64 %.1637.peel800, %n.5.3.peel
  %.1658.peel802 = mul i64 %.1638.peel801, %arg.found.5.1
  %.1662.peel803 = getelementptr double, ptr %arg.found.4, i64 %.1658.peel802
  store double %other_start.5.1, ptr %.1662.peel803, align 8
  %.1720.peel804 = getelementptr i8, ptr %.1662.peel803, i64 8
  store double %other_end.5.1, ptr %.1720.peel804, align 8
  %.1725.peel805 = add nsw i64 %n.5.3.peel, 1
  br label %B1566.peel806

B1566.peel806:                                    ; preds = %B1526.peel798, %B1454.endif.peel796
  %.1738.peel808.pre-phi = phi i64 [ %n.5.3.peel, %B1526.peel798 ], [ %.1738.peel.pre-phi, %B1454.endif.peel796 ]
  %n.5.3.peel807 = phi i64 [ %.1725.peel805, %B1526.peel798 ], [ %n.5.3.peel, %B1454.endif.peel796 ]
  %.1767.inv.peel809 = icmp sgt i64 %n.5.3.peel807, 0
  %.1768.peel810 = select i1 %.1767.inv.peel809, i64 0, i64 %arg.found.5.0
  %.1769.peel811 = add i64 %.1768.peel810, %.1738.peel808.pre-phi
  %.1789.peel812 = mul i64 %.1769.peel811, %arg.found.5.1
  %7 = getelementptr double, ptr %arg.found.4, i64 %.1789.peel812
  %.1793.peel813 = getelementptr i8, ptr %7, i64 8
  %.1794.peel814 = load double, ptr %.1793.peel813, align 8
  br label %B1622

B1382:                                            ; preds = %B1348.peel.next, %B1348.preheader
  %n.2.1.lcssa.ph818 = phi i64 [ %n.3.0, %B1348.preheader ], [ %n.5.3.peel, %B1348.peel.next ]
  %.1388 = xor i64 %n.2.1.lcssa.ph818, -1
  br label %common.ret

B1622:                                            ; preds = %B1566.peel, %B1566.peel806, %B942.endif, %B1336
  %outside_since.4.2 = phi double [ %outside_since.3.0, %B942.endif ], [ %outside_since.3.0, %B1336 ], [ %.1794.peel814, %B1566.peel806 ], [ %.1794.peel, %B1566.peel ]
  %n.4.2 = phi i64 [ %n.3.0, %B942.endif ], [ %n.3.0, %B1336 ], [ %n.5.3.peel807, %B1566.peel806 ], [ %n.5.3.peel, %B1566.peel ]
  %.1842 = fsub double %.16.i, %outside_since.4.2
  %.1845 = fcmp ogt double %.1842, %.1334
  br i1 %.1845, label %B1656, label %B1666

B1656:                                            ; preds = %B1622
  %.1892 = xor i64 %n.4.2, -1
  br label %common.ret

B1666:                                            ; preds = %B1622
  %.1899 = fcmp ult double %.16.i, %.224.sroa.6.0
  br i1 %.1899, label %B1680, label %B1794

B1680:                                            ; preds = %B1666
  %.1942 = fcmp olt double %next_c.2.0.ph, %next_r.2.0
  br i1 %.1942, label %B1692, label %B1740

B1692:                                            ; preds = %B1680
  %.1946 = add nsw i64 %c.2.0.ph, %"$phi638.0.2.0"
  %.1954 = fadd double %"$phi862.0.2.0", %next_c.2.0.ph
  %.1961 = icmp slt i64 %.1946, 0
  %.1965 = icmp sge i64 %.1946, %arg.outline.3.5.1
  %or.cond753 = select i1 %.1961, i1 true, i1 %.1965
  br i1 %or.cond753, label %B1794, label %B942.endif.outer

B1740:                                            ; preds = %B1680
  %.2033 = add nsw i64 %r.2.0, %"$phi658.0.2.0"
  %8 = add i64 %"$phi658.0.2.0", %r.2.0
  %.2041 = fadd double %"$phi934.0.2.0", %next_r.2.0
  %.2048 = icmp slt i64 %8, 0
  %.2070 = icmp sge i64 %8, %arg.outline.3.5.0
  %or.cond754 = select i1 %.2048, i1 true, i1 %.2070
  br i1 %or.cond754, label %B1794, label %B942.endif

B1794:                                            ; preds = %B1692, %B1740, %B1666
  %.2159 = fsub double %arg.hi, %outside_since.4.2
  %.2168 = fcmp ogt double %.2159, %.1334
  br i1 %.2168, label %B1828, label %common.ret

B1828:                                            ; preds = %B1794
  %.2171 = xor i64 %n.4.2, -1
  br label %common.ret

B0.endif.endif.endif.endif.endif:                 ; preds = %B100.endif.endif.i, %B44.i, %B16.i
  %.191.sroa.5.0 = phi double [ %.11.i2.i, %B100.endif.endif.i ], [ %arg.hi, %B44.i ], [ 0.000000e+00, %B16.i ]
  %.191.sroa.0.0 = phi double [ %.11.i.i, %B100.endif.endif.i ], [ %arg.lo, %B44.i ], [ 1.000000e+00, %B16.i ]
  %.221 = sitofp i64 %arg.outline.3.5.0 to double
  %.20.i46 = fcmp oeq double %.163, 0.000000e+00
  br i1 %.20.i46, label %B16.i60, label %B100.endif.endif.i47

B16.i60:                                          ; preds = %B0.endif.endif.endif.endif.endif
  %.25.i61 = fcmp olt double %.153, 0.000000e+00
  %.29.i62 = fcmp ogt double %.153, %.221
  %or.cond.i63 = select i1 %.25.i61, i1 true, i1 %.29.i62
  br i1 %or.cond.i63, label %B298, label %B0.endif.endif.endif.endif.endif.endif

B100.endif.endif.i47:                             ; preds = %B0.endif.endif.endif.endif.endif
  %.58.i48 = fneg double %.153
  %.63.i49 = fdiv double %.58.i48, %.163
  %.66.i50 = fsub double %.221, %.153
  %.75.i51 = fdiv double %.66.i50, %.163
  %.94.i52 = fcmp ogt double %.63.i49, %.75.i51
  %first.2.0.i53 = select i1 %.94.i52, double %.75.i51, double %.63.i49
  %.10.i.i54 = fcmp ogt double %first.2.0.i53, %.191.sroa.0.0
  %.11.i.i55 = select i1 %.10.i.i54, double %first.2.0.i53, double %.191.sroa.0.0
  %last.2.0.i56 = select i1 %.94.i52, double %.63.i49, double %.75.i51
  %.10.i1.i57 = fcmp olt double %last.2.0.i56, %.191.sroa.5.0
  %.11.i2.i58 = select i1 %.10.i1.i57, double %last.2.0.i56, double %.191.sroa.5.0
  br label %B0.endif.endif.endif.endif.endif.endif

B0.endif.endif.endif.endif.endif.endif:           ; preds = %B16.i60, %B100.endif.endif.i47
  %.224.sroa.6.0 = phi double [ %.11.i2.i58, %B100.endif.endif.i47 ], [ %.191.sroa.5.0, %B16.i60 ]
  %.224.sroa.0.0 = phi double [ %.11.i.i55, %B100.endif.endif.i47 ], [ %.191.sroa.0.0, %B16.i60 ]
  %.265 = fcmp ogt double %.224.sroa.0.0, %.224.sroa.6.0
  br i1 %.265, label %B298, label %B378.endif.endif.endif.endif

B378.endif.endif.endif.endif:                     ; preds = %B0.endif.endif.endif.endif.endif.endif
  %.321 = fcmp ogt double %.158, 0.000000e+00
  %"$phi358.0.2.0" = select i1 %.321, double 0x3D719799812DEA11, double 0xBD719799812DEA11
  %.337 = fcmp ogt double %.163, 0.000000e+00
  %"$phi378.0.2.0" = select i1 %.337, double 0x3D719799812DEA11, double 0xBD719799812DEA11
  %.351 = fmul double %.158, %.224.sroa.0.0
  %.353 = fadd double %.148, %.351
  %.355 = fadd double %"$phi358.0.2.0", %.353
  %.358 = tail call double @llvm.floor.f64(double %.355)
  %.359 = fptosi double %.358 to i64
  %.11.i = tail call i64 @llvm.smax.i64(i64 %.359, i64 0)
  %.389 = add nsw i64 %arg.outline.3.5.1, -1
  %.11.i68 = tail call i64 @llvm.smin.i64(i64 %.389, i64 %.11.i)
  %.423 = fmul double %.163, %.224.sroa.0.0
  %.425 = fadd double %.153, %.423
  %.426 = fadd double %"$phi378.0.2.0", %.425
  %.427 = tail call double @llvm.floor.f64(double %.426)
  %.428 = fptosi double %.427 to i64
  %.11.i69 = tail call i64 @llvm.smax.i64(i64 %.428, i64 0)
  %.458 = add nsw i64 %arg.outline.3.5.0, -1
  %.11.i70 = tail call i64 @llvm.smin.i64(i64 %.458, i64 %.11.i69)
  %"$phi638.0.2.0" = select i1 %.321, i64 1, i64 -1
  %"$phi658.0.2.0" = select i1 %.337, i64 1, i64 -1
  %.523 = fcmp une double %.158, 0.000000e+00
  br i1 %.523, label %B672.endif, label %B724

B672.endif:                                       ; preds = %B378.endif.endif.endif.endif
  %9 = fcmp ogt double %.158, 0.000000e+00
  %.529 = zext i1 %9 to i64
  %.530 = add nsw i64 %.11.i68, %.529
  %.532 = sitofp i64 %.530 to double
  %.533 = fsub double %.532, %.148
  %.538 = fdiv double %.533, %.158
  br label %B724

B738.endif:                                       ; preds = %B724
  %10 = fcmp ogt double %.163, 0.000000e+00
  %.559 = zext i1 %10 to i64
  %.560 = add nsw i64 %.11.i70, %.559
  %.562 = sitofp i64 %.560 to double
  %.563 = fsub double %.562, %.153
  %.568 = fdiv double %.563, %.163
  br label %B790

B942.endif:                                       ; preds = %B942.endif.outer, %B1740
  %outside_since.3.0 = phi double [ %outside_since.4.2, %B1740 ], [ %outside_since.3.0.ph, %B942.endif.outer ]
  %n.3.0 = phi i64 [ %n.4.2, %B1740 ], [ %n.3.0.ph, %B942.endif.outer ]
  %r.2.0 = phi i64 [ %.2033, %B1740 ], [ %r.2.0.ph, %B942.endif.outer ]
  %next_r.2.0 = phi double [ %.2041, %B1740 ], [ %next_r.2.0.ph, %B942.endif.outer ]
  %at.2.0 = phi double [ %.16.i, %B1740 ], [ %at.2.0.ph, %B942.endif.outer ]
  %.13.i = fcmp olt double %next_r.2.0, %next_c.2.0.ph
  %.14.i = select i1 %.13.i, double %next_r.2.0, double %next_c.2.0.ph
  %.15.i = fcmp olt double %.224.sroa.6.0, %.14.i
  %.16.i = select i1 %.15.i, double %.224.sroa.6.0, double %.14.i
  %.737 = icmp slt i64 %r.2.0, 0
  %.738 = select i1 %.737, i64 %arg.outline.3.5.0, i64 0
  %.739 = add i64 %.738, %r.2.0
  %.759 = mul i64 %.739, %arg.outline.3.5.1
  %gep123 = getelementptr i8, ptr %invariant.gep122, i64 %.759
  %.764 = load i8, ptr %gep123, align 1
  %11 = zext i8 %.764 to i32
  switch i32 %11, label %B1060 [
    i32 0, label %B1622
    i32 1, label %B1336
  ]

B1060.endif:                                      ; preds = %B136.endif.i, %B82.endif.i, %B194.i, %B178.i
  %start.2.0.sink.i = phi double [ 1.000000e+00, %B178.i ], [ %.11.i.i14, %B82.endif.i ], [ %at.2.0, %B136.endif.i ], [ %at.2.0, %B194.i ]
  %end.2.0.sink.i = phi double [ 0.000000e+00, %B178.i ], [ %.16.i, %B82.endif.i ], [ %.11.i2.i12, %B136.endif.i ], [ %.16.i, %B194.i ]
  %.1047 = icmp eq i8 %.764, 3
  br i1 %.1047, label %B1190, label %B1336

B1190.endif:                                      ; preds = %B178.i26, %B136.endif.i32, %B82.endif.i37
  %start.2.0.sink.i29 = phi double [ %at.2.0, %B136.endif.i32 ], [ %.11.i.i41, %B82.endif.i37 ], [ %at.2.0, %B178.i26 ]
  %end.2.0.sink.i30 = phi double [ %.11.i2.i36, %B136.endif.i32 ], [ %.16.i, %B82.endif.i37 ], [ %.16.i, %B178.i26 ]
  %.1198 = fcmp ugt double %start.2.0.sink.i29, %end.2.0.sink.i30
  br i1 %.1198, label %B1336, label %B1290
}

declare double @llvm.floor.f64(double) #1

declare double @llvm.fabs.f64(double) #1

declare i64 @llvm.smax.i64(i64, i64) #1

declare i64 @llvm.smin.i64(i64, i64) #1

attributes #0 = { nofree norecurse nosync nounwind memory(argmem: readwrite) }
attributes #1 = { mustprogress nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none) }
