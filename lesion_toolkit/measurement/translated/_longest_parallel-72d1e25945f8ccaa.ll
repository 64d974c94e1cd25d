; 5
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"


define range(i32 -1, -2) i32 @lesion_toolkit_kernel(ptr noalias writeonly captures(none) %retptr, ptr noalias writeonly captures(none) %excinfo, ptr readnone captures(none) %arg.outline.0.0, ptr readnone captures(none) %arg.outline.0.1, i64 %arg.outline.0.2, i64 %arg.outline.0.3, ptr readonly captures(none) %arg.outline.0.4, i64 %arg.outline.0.5.0, i64 %arg.outline.0.5.1, i64 %arg.outline.0.6.0, i64 %arg.outline.0.6.1, ptr readnone captures(none) %arg.outline.1.0, ptr readnone captures(none) %arg.outline.1.1, i64 %arg.outline.1.2, i64 %arg.outline.1.3, ptr readnone captures(none) %arg.outline.1.4, i64 %arg.outline.1.5.0, i64 %arg.outline.1.5.1, i64 %arg.outline.1.6.0, i64 %arg.outline.1.6.1, ptr readnone captures(none) %arg.outline.2.0, ptr readnone captures(none) %arg.outline.2.1, i64 %arg.outline.2.2, i64 %arg.outline.2.3, ptr readonly captures(none) %arg.outline.2.4, i64 %arg.outline.2.5.0, i64 %arg.outline.2.5.1, i64 %arg.outline.2.6.0, i64 %arg.outline.2.6.1, ptr readnone captures(none) %arg.outline.3.0, ptr readnone captures(none) %arg.outline.3.1, i64 %arg.outline.3.2, i64 %arg.outline.3.3, ptr readonly captures(none) %arg.outline.3.4, i64 %arg.outline.3.5.0, i64 %arg.outline.3.5.1, i64 %arg.outline.3.6.0, i64 %arg.outline.3.6.1, ptr readnone captures(none) %arg.outline.4.0, ptr readnone captures(none) %arg.outline.4.1, i64 %arg.outline.4.2, i64 %arg.outline.4.3, ptr readonly captures(none) %arg.outline.4.4, i64 %arg.outline.4.5.0, i64 %arg.outline.4.5.1, i64 %arg.outline.4.5.2, i64 %arg.outline.4.6.0, i64 %arg.outline.4.6.1, i64 %arg.outline.4.6.2, ptr readnone captures(none) %arg.outline.5.0, ptr readnone captures(none) %arg.outline.5.1, i64 %arg.outline.5.2, i64 %arg.outline.5.3, ptr readnone captures(none) %arg.outline.5.4, i64 %arg.outline.5.5.0, i64 %arg.outline.5.5.1, i64 %arg.outline.5.6.0, i64 %arg.outline.5.6.1, double %arg.outline.6, double %arg.outline.7, double %arg.ux, double %arg.uy, double %arg.gap_mm, ptr readnone captures(none) %arg.offsets.0, ptr readnone captures(none) %arg.offsets.1, i64 %arg.offsets.2, i64 %arg.offsets.3, ptr readonly captures(none) %arg.offsets.4, i64 %arg.offsets.5.0, i64 %arg.offsets.6.0, ptr readnone captures(none) %arg.strips.0, ptr readnone captures(none) %arg.strips.1, i64 %arg.strips.2, i64 %arg.strips.3, ptr captures(none) %arg.strips.4, i64 %arg.strips.5.0, i64 %arg.strips.5.1, i64 %arg.strips.6.0, i64 %arg.strips.6.1, ptr readnone captures(none) %arg.found.0, ptr readnone captures(none) %arg.found.1, i64 %arg.found.2, i64 %arg.found.3, ptr captures(none) %arg.found.4, i64 %arg.found.5.0, i64 %arg.found.5.1, i64 %arg.found.6.0, i64 %arg.found.6.1, ptr readnone captures(none) %arg.other.0, ptr readnone captures(none) %arg.other.1, i64 %arg.other.2, i64 %arg.other.3, ptr captures(none) %arg.other.4, i64 %arg.other.5.0, i64 %arg.other.5.1, i64 %arg.other.6.0, i64 %arg.other.6.1, ptr readnone captures(none) %arg.spare.0, ptr readnone captures(none) %arg.spare.1, i64 %arg.spare.2, i64 %arg.spare.3, ptr captures(none) %arg.spare.4, i64 %arg.spare.5.0, i64 %arg.spare.5.1, i64 %arg.spare.6.0, i64 %arg.spare.6.1) local_unnamed_addr #0 {
B0:
  %.109.i.i59 = alloca i64, align 8
  %excinfo.1.i.i60 = alloca ptr, align 8
  %.109.i48 = alloca i64, align 8
  %excinfo.1.i49 = alloca ptr, align 8
  %.109.i = alloca i64, align 8
  %excinfo.1.i = alloca ptr, align 8
  %.109.i.i = alloca i64, align 8
  %excinfo.1.i.i = alloca ptr, align 8
  %.176 = alloca i64, align 8
  %excinfo.1 = alloca ptr, align 8
  store i64 0, ptr %.176, align 8
  %.212 = call i32 @called_1(ptr nonnull %.176, ptr nonnull %excinfo.1, ptr %arg.outline.0.0, ptr %arg.outline.0.1, i64 %arg.outline.0.2, i64 %arg.outline.0.3, ptr %arg.outline.0.4, i64 %arg.outline.0.5.0, i64 %arg.outline.0.5.1, i64 %arg.outline.0.6.0, i64 %arg.outline.0.6.1, ptr %arg.outline.1.0, ptr %arg.outline.1.1, i64 %arg.outline.1.2, i64 %arg.outline.1.3, ptr %arg.outline.1.4, i64 %arg.outline.1.5.0, i64 %arg.outline.1.5.1, i64 %arg.outline.1.6.0, i64 %arg.outline.1.6.1, ptr %arg.outline.2.0, ptr %arg.outline.2.1, i64 %arg.outline.2.2, i64 %arg.outline.2.3, ptr %arg.outline.2.4, i64 %arg.outline.2.5.0, i64 %arg.outline.2.5.1, i64 %arg.outline.2.6.0, i64 %arg.outline.2.6.1, ptr %arg.outline.3.0, ptr %arg.outline.3.1, i64 %arg.outline.3.2, i64 %arg.outline.3.3, ptr %arg.outline.3.4, i64 %arg.outline.3.5.0, i64 %arg.outline.3.5.1, i64 %arg.outline.3.6.0, i64 %arg.outline.3.6.1, ptr %arg.outline.4.0, ptr %arg.outline.4.1, i64 %arg.outline.4.2, i64 %arg.outline.4.3, ptr %arg.outline.4.4, i64 %arg.outline.4.5.0, i64 %arg.outline.4.5.1, i64 %arg.outline.4.5.2, i64 %arg.outline.4.6.0, i64 %arg.outline.4.6.1, i64 %arg.outline.4.6.2, ptr %arg.outline.5.0, ptr %arg.outline.5.1, i64 %arg.outline.5.2, i64 %arg.outline.5.3, ptr %arg.outline.5.4, i64 %arg.outline.5.5.0, i64 %arg.outline.5.5.1, i64 %arg.outline.5.6.0, i64 %arg.outline.5.6.1, double %arg.outline.6, double %arg.outline.7, double %arg.ux, double %arg.uy, ptr %arg.offsets.0, ptr %arg.offsets.1, i64 %arg.offsets.2, i64 %arg.offsets.3, ptr %arg.offsets.4, i64 %arg.offsets.5.0, i64 %arg.offsets.6.0, ptr %arg.strips.0, ptr %arg.strips.1, i64 %arg.strips.2, i64 %arg.strips.3, ptr %arg.strips.4, i64 %arg.strips.5.0, i64 %arg.strips.5.1, i64 %arg.strips.6.0, i64 %arg.strips.6.1)
  %.222 = load i64, ptr %.176, align 8
  %cond = icmp eq i32 %.212, 0
  br i1 %cond, label %B80.endif.lr.ph, label %B0.if.if, !prof !0

common.ret:                                       ; preds = %_ZN14lesion_toolkit11measurement15parallel_chords7_betterB3v49B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29dddd5ArrayIdLi2E1C7mutable7alignedE8UniTupleIdLi5EE.exit123, %_ZN14lesion_toolkit11measurement15parallel_chords12_all_on_lineB3v50B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddd5ArrayIdLi2E1C7mutable7alignedE.exit58, %_ZN14lesion_toolkit11measurement15parallel_chords12_all_on_lineB3v50B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddd5ArrayIdLi2E1C7mutable7alignedE.exit, %_ZN14lesion_toolkit11measurement15parallel_chords7_betterB3v49B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29dddd5ArrayIdLi2E1C7mutable7alignedE8UniTupleIdLi5EE.exit, %B0.if.if, %B1104
  %common.ret.op = phi i32 [ 0, %B1104 ], [ %.212, %B0.if.if ], [ %.143.i.i64, %_ZN14lesion_toolkit11measurement15parallel_chords7_betterB3v49B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29dddd5ArrayIdLi2E1C7mutable7alignedE8UniTupleIdLi5EE.exit123 ], [ %.143.i53, %_ZN14lesion_toolkit11measurement15parallel_chords12_all_on_lineB3v50B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddd5ArrayIdLi2E1C7mutable7alignedE.exit58 ], [ %.143.i, %_ZN14lesion_toolkit11measurement15parallel_chords12_all_on_lineB3v50B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddd5ArrayIdLi2E1C7mutable7alignedE.exit ], [ %.143.i.i, %_ZN14lesion_toolkit11measurement15parallel_chords7_betterB3v49B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29dddd5ArrayIdLi2E1C7mutable7alignedE8UniTupleIdLi5EE.exit ]
  ret i32 %common.ret.op

B1104:                                            ; preds = %B140.B78.loopexit_crit_edge.us, %B80.endif.lr.ph
  %best.4.sroa.44.0.lcssa = phi double [ 0.000000e+00, %B80.endif.lr.ph ], [ %best.5.sroa.56.2.us, %B140.B78.loopexit_crit_edge.us ]
  %best.4.sroa.33.0.lcssa = phi double [ 0.000000e+00, %B80.endif.lr.ph ], [ %best.5.sroa.42.2.us, %B140.B78.loopexit_crit_edge.us ]
  %best.4.sroa.22.0.lcssa = phi double [ 0.000000e+00, %B80.endif.lr.ph ], [ %best.5.sroa.28.2.us, %B140.B78.loopexit_crit_edge.us ]
  %best.4.sroa.11.0.lcssa = phi double [ 0.000000e+00, %B80.endif.lr.ph ], [ %best.5.sroa.14.2.us, %B140.B78.loopexit_crit_edge.us ]
  %best.4.sroa.0.0.lcssa = phi double [ 0.000000e+00, %B80.endif.lr.ph ], [ %best.5.sroa.0.2.us, %B140.B78.loopexit_crit_edge.us ]
  store double %best.4.sroa.0.0.lcssa, ptr %retptr, align 8
  %retptr.repack1129 = getelementptr inbounds nuw i8, ptr %retptr, i64 8
  store double %best.4.sroa.11.0.lcssa, ptr %retptr.repack1129, align 8
  %retptr.repack1131 = getelementptr inbounds nuw i8, ptr %retptr, i64 16
  store double %best.4.sroa.22.0.lcssa, ptr %retptr.repack1131, align 8
  %retptr.repack1133 = getelementptr inbounds nuw i8, ptr %retptr, i64 24
  store double %best.4.sroa.33.0.lcssa, ptr %retptr.repack1133, align 8
  %retptr.repack1135 = getelementptr inbounds nuw i8, ptr %retptr, i64 32
  store double %best.4.sroa.44.0.lcssa, ptr %retptr.repack1135, align 8
  br label %common.ret

B0.if.if:                                         ; preds = %B0
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B80.endif.lr.ph:                                  ; preds = %B0
  %.4621328.not = icmp slt i64 %arg.offsets.5.0, 1
  %.583 = add nsw i64 %arg.offsets.5.0, -1
  %0 = getelementptr double, ptr %arg.strips.4, i64 %arg.strips.5.1
  %or.cond = tail call i1 @llvm.is.fpclass.f64(double %arg.gap_mm, i32 608)
  br i1 %.4621328.not, label %B1104, label %B80.endif.us.preheader

B80.endif.us.preheader:                           ; preds = %B80.endif.lr.ph
  %.69.i = add nsw i64 %arg.strips.5.1, -1
  %.246.i = sitofp i64 %arg.strips.5.1 to double
  %.104.i.i = fneg double %arg.uy
  %.349.i.i = fadd double %arg.gap_mm, 1.000000e-09
  %1 = shl i64 %arg.found.5.1, 3
  %2 = getelementptr i8, ptr %arg.found.4, i64 %1
  %scevgep.i.i = getelementptr i8, ptr %2, i64 8
  %3 = shl i64 %arg.spare.5.1, 3
  %4 = getelementptr i8, ptr %arg.spare.4, i64 %3
  %scevgep.i.i78 = getelementptr i8, ptr %4, i64 8
  br label %B80.endif.us

B80.endif.us:                                     ; preds = %B80.endif.us.preheader, %B140.B78.loopexit_crit_edge.us
  %best.4.sroa.0.01425.us = phi double [ %best.5.sroa.0.2.us, %B140.B78.loopexit_crit_edge.us ], [ 0.000000e+00, %B80.endif.us.preheader ]
  %best.4.sroa.11.01424.us = phi double [ %best.5.sroa.14.2.us, %B140.B78.loopexit_crit_edge.us ], [ 0.000000e+00, %B80.endif.us.preheader ]
  %best.4.sroa.22.01423.us = phi double [ %best.5.sroa.28.2.us, %B140.B78.loopexit_crit_edge.us ], [ 0.000000e+00, %B80.endif.us.preheader ]
  %best.4.sroa.33.01422.us = phi double [ %best.5.sroa.42.2.us, %B140.B78.loopexit_crit_edge.us ], [ 0.000000e+00, %B80.endif.us.preheader ]
  %best.4.sroa.44.01421.us = phi double [ %best.5.sroa.56.2.us, %B140.B78.loopexit_crit_edge.us ], [ 0.000000e+00, %B80.endif.us.preheader ]
  %.947.us = phi i1 [ true, %B140.B78.loopexit_crit_edge.us ], [ false, %B80.endif.us.preheader ]
  br label %B142.us

B142.us:                                          ; preds = %B80.endif.us, %B1105.us
  %best.3.sroa.0.11339.us = phi double [ %best.4.sroa.0.01425.us, %B80.endif.us ], [ %best.5.sroa.0.2.us, %B1105.us ]
  %best.3.sroa.15.11338.us = phi double [ %best.4.sroa.11.01424.us, %B80.endif.us ], [ %best.5.sroa.14.2.us, %B1105.us ]
  %best.3.sroa.30.11337.us = phi double [ %best.4.sroa.22.01423.us, %B80.endif.us ], [ %best.5.sroa.28.2.us, %B1105.us ]
  %best.3.sroa.45.11336.us = phi double [ %best.4.sroa.33.01422.us, %B80.endif.us ], [ %best.5.sroa.42.2.us, %B1105.us ]
  %best.3.sroa.60.11335.us = phi double [ %best.4.sroa.44.01421.us, %B80.endif.us ], [ %best.5.sroa.56.2.us, %B1105.us ]
  %.46812841333.us = phi i64 [ 0, %B80.endif.us ], [ %.475.us, %B1105.us ]
  %.475.us = add nuw nsw i64 %.46812841333.us, 1
  %5 = getelementptr double, ptr %arg.offsets.4, i64 %.46812841333.us
  %.534.us = load double, ptr %5, align 8
  %sunkaddr = mul i64 %arg.offsets.5.0, 8
  %sunkaddr210 = getelementptr i8, ptr %arg.offsets.4, i64 %sunkaddr
  %sunkaddr211 = getelementptr i8, ptr %sunkaddr210, i64 -8
  %.102.i = load double, ptr %sunkaddr211, align 8, !noalias !1
  %.132.i = load double, ptr %arg.offsets.4, align 8, !noalias !1
  %.133.i = fcmp ugt double %.102.i, %.132.i
  br i1 %.133.i, label %B102.endif.endif.endif.endif.i34, label %B142.endif.endif.endif.endif.us

B102.endif.endif.endif.endif.i34:                 ; preds = %B142.us
  %.174.i = fsub double %.534.us, %.132.i
  %.239.i = fsub double %.102.i, %.132.i
  %.243.i = fdiv double %.174.i, %.239.i
  %.247.i = fmul double %.243.i, %.246.i
  %.5.i.i = fptosi double %.247.i to i64
  %.11.i.i = tail call i64 @llvm.smax.i64(i64 %.5.i.i, i64 0)
  %.11.i1.i = tail call i64 @llvm.smin.i64(i64 %.69.i, i64 %.11.i.i)
  %.11.i136 = tail call i64 @llvm.smin.i64(i64 %.583, i64 %.475.us)
  %6 = getelementptr double, ptr %arg.offsets.4, i64 %.11.i136
  %.641.us140 = load double, ptr %6, align 8
  %.174.i36 = fsub double %.641.us140, %.132.i
  %.243.i38 = fdiv double %.174.i36, %.239.i
  %.247.i40 = fmul double %.243.i38, %.246.i
  %.5.i.i41 = fptosi double %.247.i40 to i64
  %.11.i.i42 = tail call i64 @llvm.smax.i64(i64 %.5.i.i41, i64 0)
  %.11.i1.i43 = tail call i64 @llvm.smin.i64(i64 %.69.i, i64 %.11.i.i42)
  br label %B142.endif.endif.endif.endif.us

B142.endif.endif.endif.endif.us:                  ; preds = %B142.us, %B102.endif.endif.endif.endif.i34
  %storemerge.i141 = phi i64 [ %.11.i1.i, %B102.endif.endif.endif.endif.i34 ], [ 0, %B142.us ]
  %storemerge.i33 = phi i64 [ %.11.i1.i43, %B102.endif.endif.endif.endif.i34 ], [ 0, %B142.us ]
  %reass.sub = sub i64 %storemerge.i33, %storemerge.i141
  %.7581253.us1715 = icmp ult i64 %reass.sub, 9223372036854775807
  br i1 %.7581253.us1715, label %B346.us.preheader, label %B420.us

B346.us.preheader:                                ; preds = %B142.endif.endif.endif.endif.us
  %.715.us = add nuw nsw i64 %reass.sub, 1
  %7 = and i64 %reass.sub, 1
  %lcmp.mod.not.not = icmp eq i64 %7, 0
  br i1 %lcmp.mod.not.not, label %B344.backedge.us.prol, label %B344.backedge.us.prol.loopexit

B344.backedge.us.prol:                            ; preds = %B346.us.preheader
  %.825.us.prol = icmp slt i64 %storemerge.i141, 0
  %.826.us.prol = select i1 %.825.us.prol, i64 %arg.strips.5.1, i64 0
  %.827.us.prol = add i64 %.826.us.prol, %storemerge.i141
  %.848.us.prol = getelementptr double, ptr %0, i64 %.827.us.prol
  %.849.us.prol = load double, ptr %.848.us.prol, align 8
  %.902.us.prol = getelementptr double, ptr %arg.strips.4, i64 %.827.us.prol
  %.903.us.prol = load double, ptr %.902.us.prol, align 8
  %.904.us.prol = fsub double %.849.us.prol, %.903.us.prol
  %.10.i.prol = fcmp ogt double %.904.us.prol, 0.000000e+00
  %.11.i124.prol = select i1 %.10.i.prol, double %.904.us.prol, double 0.000000e+00
  %.771.us.prol = add i64 %storemerge.i141, 1
  br label %B344.backedge.us.prol.loopexit

B344.backedge.us.prol.loopexit:                   ; preds = %B344.backedge.us.prol, %B346.us.preheader
  %bound.2.21256.us.unr = phi double [ 0.000000e+00, %B346.us.preheader ], [ %.11.i124.prol, %B344.backedge.us.prol ]
  %.75712511255.us.unr = phi i64 [ %.715.us, %B346.us.preheader ], [ %reass.sub, %B344.backedge.us.prol ]
  %.76412521254.us.unr = phi i64 [ %storemerge.i141, %B346.us.preheader ], [ %.771.us.prol, %B344.backedge.us.prol ]
  %.11.i124.lcssa.unr = phi double [ poison, %B346.us.preheader ], [ %.11.i124.prol, %B344.backedge.us.prol ]
  %8 = icmp eq i64 %reass.sub, 0
  br i1 %8, label %B420.us, label %B344.backedge.us.preheader

B344.backedge.us.preheader:                       ; preds = %B344.backedge.us.prol.loopexit
  %9 = add i64 %.75712511255.us.unr, 2
  br label %B344.backedge.us

B420.us:                                          ; preds = %B344.backedge.us, %B344.backedge.us.prol.loopexit, %B142.endif.endif.endif.endif.us
  %bound.2.2.lcssa.us = phi double [ 0.000000e+00, %B142.endif.endif.endif.endif.us ], [ %.11.i124.lcssa.unr, %B344.backedge.us.prol.loopexit ], [ %.11.i124.1, %B344.backedge.us ]
  %.943.us = icmp eq i64 %storemerge.i141, %.222
  %.948.not.reass.us = xor i1 %.947.us, %.943.us
  %.953.us = fcmp ugt double %bound.2.2.lcssa.us, %best.3.sroa.0.11339.us
  %or.cond1139.us = select i1 %.948.not.reass.us, i1 %.953.us, i1 false
  br i1 %or.cond1139.us, label %B474.us, label %B1105.us

B474.us:                                          ; preds = %B420.us
  call void @llvm.lifetime.start.p0(ptr nonnull %.109.i.i59), !noalias !4
  call void @llvm.lifetime.start.p0(ptr nonnull %excinfo.1.i.i60), !noalias !4
  %.105.i.i = fmul double %.534.us, %.104.i.i
  %.106.i.i = fmul double %arg.ux, %.534.us
  store i64 0, ptr %.109.i.i59, align 8, !noalias !8
  %.143.i.i = call i32 @called_2(ptr nonnull %.109.i.i59, ptr nonnull %excinfo.1.i.i60, ptr readnone %arg.outline.0.0, ptr readnone %arg.outline.0.1, i64 %arg.outline.0.2, i64 %arg.outline.0.3, ptr readnone %arg.outline.0.4, i64 %arg.outline.0.5.0, i64 %arg.outline.0.5.1, i64 %arg.outline.0.6.0, i64 %arg.outline.0.6.1, ptr readnone %arg.outline.1.0, ptr readnone %arg.outline.1.1, i64 %arg.outline.1.2, i64 %arg.outline.1.3, ptr readnone %arg.outline.1.4, i64 %arg.outline.1.5.0, i64 %arg.outline.1.5.1, i64 %arg.outline.1.6.0, i64 %arg.outline.1.6.1, ptr readnone %arg.outline.2.0, ptr readnone %arg.outline.2.1, i64 %arg.outline.2.2, i64 %arg.outline.2.3, ptr readnone %arg.outline.2.4, i64 %arg.outline.2.5.0, i64 %arg.outline.2.5.1, i64 %arg.outline.2.6.0, i64 %arg.outline.2.6.1, ptr readnone %arg.outline.3.0, ptr readnone %arg.outline.3.1, i64 %arg.outline.3.2, i64 %arg.outline.3.3, ptr readonly %arg.outline.3.4, i64 %arg.outline.3.5.0, i64 %arg.outline.3.5.1, i64 %arg.outline.3.6.0, i64 %arg.outline.3.6.1, ptr readnone %arg.outline.4.0, ptr readnone %arg.outline.4.1, i64 %arg.outline.4.2, i64 %arg.outline.4.3, ptr readonly %arg.outline.4.4, i64 %arg.outline.4.5.0, i64 %arg.outline.4.5.1, i64 %arg.outline.4.5.2, i64 %arg.outline.4.6.0, i64 %arg.outline.4.6.1, i64 %arg.outline.4.6.2, ptr readnone %arg.outline.5.0, ptr readnone %arg.outline.5.1, i64 %arg.outline.5.2, i64 %arg.outline.5.3, ptr readnone %arg.outline.5.4, i64 %arg.outline.5.5.0, i64 %arg.outline.5.5.1, i64 %arg.outline.5.6.0, i64 %arg.outline.5.6.1, double %arg.outline.6, double %arg.outline.7, double %.105.i.i, double %.106.i.i, double %arg.ux, double %arg.uy, double 0xFFF0000000000000, double 0x7FF0000000000000, double 0x7FF0000000000000, ptr readnone %arg.found.0, ptr readnone %arg.found.1, i64 %arg.found.2, i64 %arg.found.3, ptr %arg.found.4, i64 %arg.found.5.0, i64 %arg.found.5.1, i64 %arg.found.6.0, i64 %arg.found.6.1), !noalias !8
  %cond.i.i = icmp eq i32 %.143.i.i, 0
  br i1 %cond.i.i, label %B0.endif.i, label %_ZN14lesion_toolkit11measurement15parallel_chords7_betterB3v49B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29dddd5ArrayIdLi2E1C7mutable7alignedE8UniTupleIdLi5EE.exit, !prof !0

B112.i:                                           ; preds = %B0.endif.endif.i
  %.243.i45 = fmul double %arg.ux, %.184.sroa.0.0.i
  %.244.i = fadd double %.105.i.i, %.243.i45
  %.247.i46 = fmul double %arg.uy, %.184.sroa.0.0.i
  %.250.i = fadd double %.106.i.i, %.247.i46
  %.253.i = fmul double %arg.ux, %.184.sroa.4.0.i
  %.256.i = fadd double %.105.i.i, %.253.i
  %.259.i = fmul double %arg.uy, %.184.sroa.4.0.i
  %.264.i = fadd double %.106.i.i, %.259.i
  br label %B474.endif.us

B0.endif.i:                                       ; preds = %B474.us
  %.153.i.i = load i64, ptr %.109.i.i59, align 8, !noalias !8
  call void @llvm.lifetime.end.p0(ptr nonnull %.109.i.i59), !noalias !4
  call void @llvm.lifetime.end.p0(ptr nonnull %excinfo.1.i.i60), !noalias !4
  %.26.i.i = icmp eq i64 %.153.i.i, 0
  br i1 %.26.i.i, label %B0.endif.endif.i, label %B20.endif.i.i

B94.i.i:                                          ; preds = %B94.i.i.preheader, %B94.i.i
  %lsr.iv3.i.i = phi i64 [ %lsr.iv.next.i.i, %B94.i.i ], [ %.197.i.i, %B94.i.i.preheader ]
  %lsr.iv.i.i = phi ptr [ %scevgep1.i.i, %B94.i.i ], [ %scevgep.i.i, %B94.i.i.preheader ]
  %best_start.2.0175.i.i = phi double [ %best_start.3.1.i.i, %B94.i.i ], [ %.91.i.i, %B94.i.i.preheader ]
  %best_end.2.0174.i.i = phi double [ %best_end.3.1.i.i, %B94.i.i ], [ %.145.i.i, %B94.i.i.preheader ]
  %start.3.0173.i.i = phi double [ %start.2.1.i.i, %B94.i.i ], [ %.91.i.i, %B94.i.i.preheader ]
  %end.2.0172.i.i = phi double [ %.474.i.i, %B94.i.i ], [ %.145.i.i, %B94.i.i.preheader ]
  %scevgep2.i.i = getelementptr i8, ptr %lsr.iv.i.i, i64 -8
  %.343.i.i = load double, ptr %scevgep2.i.i, align 8, !noalias !12
  %.345.i.i = fsub double %.343.i.i, %end.2.0172.i.i
  %.350.i.i = fcmp ogt double %.345.i.i, %.349.i.i
  %start.2.1.i.i = select i1 %.350.i.i, double %.343.i.i, double %start.3.0173.i.i
  %.474.i.i = load double, ptr %lsr.iv.i.i, align 8, !noalias !12
  %.480.i.i = fsub double %.474.i.i, %start.2.1.i.i
  %.483.i.i = fsub double %best_end.2.0174.i.i, %best_start.2.0175.i.i
  %.488.i.i = fcmp ogt double %.480.i.i, %.483.i.i
  %best_end.3.1.i.i = select i1 %.488.i.i, double %.474.i.i, double %best_end.2.0174.i.i
  %best_start.3.1.i.i = select i1 %.488.i.i, double %start.2.1.i.i, double %best_start.2.0175.i.i
  %scevgep1.i.i = getelementptr i8, ptr %lsr.iv.i.i, i64 %1
  %lsr.iv.next.i.i = add i64 %lsr.iv3.i.i, -1
  %exitcond.not.i.i = icmp eq i64 %lsr.iv.next.i.i, 0
  br i1 %exitcond.not.i.i, label %B0.endif.endif.i, label %B94.i.i

B20.endif.i.i:                                    ; preds = %B0.endif.i
  %.91.i.i = load double, ptr %arg.found.4, align 8, !noalias !12
  %sunkaddr212 = getelementptr i8, ptr %arg.found.4, i64 8
  %.145.i.i = load double, ptr %sunkaddr212, align 8, !noalias !12
  %.197.i.i = add i64 %.153.i.i, -1
  %.242169.not.i.i = icmp slt i64 %.197.i.i, 1
  br i1 %.242169.not.i.i, label %B0.endif.endif.i, label %B94.i.i.preheader

B94.i.i.preheader:                                ; preds = %B20.endif.i.i
  br label %B94.i.i

B0.endif.endif.i:                                 ; preds = %B94.i.i, %B20.endif.i.i, %B0.endif.i
  %.184.sroa.0.0.i = phi double [ 0.000000e+00, %B0.endif.i ], [ %.91.i.i, %B20.endif.i.i ], [ %best_start.3.1.i.i, %B94.i.i ]
  %.184.sroa.4.0.i = phi double [ 0.000000e+00, %B0.endif.i ], [ %.145.i.i, %B20.endif.i.i ], [ %best_end.3.1.i.i, %B94.i.i ]
  %.222.i = fsub double %.184.sroa.4.0.i, %.184.sroa.0.0.i
  %.225.i = fcmp ogt double %.222.i, %best.3.sroa.0.11339.us
  br i1 %.225.i, label %B112.i, label %B474.endif.us

_ZN14lesion_toolkit11measurement15parallel_chords7_betterB3v49B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29dddd5ArrayIdLi2E1C7mutable7alignedE8UniTupleIdLi5EE.exit: ; preds = %B474.us
  call void @llvm.lifetime.end.p0(ptr nonnull %.109.i.i59), !noalias !4
  call void @llvm.lifetime.end.p0(ptr nonnull %excinfo.1.i.i60), !noalias !4
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B474.endif.us:                                    ; preds = %B112.i, %B0.endif.endif.i
  %.1006.sroa.14.3154 = phi double [ %.264.i, %B112.i ], [ %best.3.sroa.60.11335.us, %B0.endif.endif.i ]
  %.1006.sroa.11.3153 = phi double [ %.256.i, %B112.i ], [ %best.3.sroa.45.11336.us, %B0.endif.endif.i ]
  %.1006.sroa.8.3152 = phi double [ %.250.i, %B112.i ], [ %best.3.sroa.30.11337.us, %B0.endif.endif.i ]
  %.1006.sroa.5.3151 = phi double [ %.244.i, %B112.i ], [ %best.3.sroa.15.11338.us, %B0.endif.endif.i ]
  %.1006.sroa.0.3150 = phi double [ %.222.i, %B112.i ], [ %best.3.sroa.0.11339.us, %B0.endif.endif.i ]
  %.1088.us = icmp eq i64 %.475.us, %arg.offsets.5.0
  %or.cond1128.us = select i1 %or.cond, i1 true, i1 %.1088.us
  br i1 %or.cond1128.us, label %B1105.us, label %B618.us

B618.us:                                          ; preds = %B474.endif.us
  %10 = getelementptr double, ptr %arg.offsets.4, i64 %.475.us
  %.1129.us = load double, ptr %10, align 8
  %sunkaddr213 = mul i64 %.46812841333.us, 8
  %sunkaddr214 = getelementptr i8, ptr %arg.offsets.4, i64 %sunkaddr213
  %.1160.us = load double, ptr %sunkaddr214, align 8
  %.1161.us = fsub double %.1129.us, %.1160.us
  %.1166.us = fcmp olt double %.1161.us, 1.000000e-09
  br i1 %.1166.us, label %B1105.us, label %B674.us

B674.us:                                          ; preds = %B618.us
  %.1211.us = fmul double %.1161.us, 2.500000e-01
  %.1212.us = fadd double %.1160.us, %.1211.us
  call void @llvm.lifetime.start.p0(ptr nonnull %.109.i.i59)
  call void @llvm.lifetime.start.p0(ptr nonnull %excinfo.1.i.i60)
  %.105.i = fmul double %.1212.us, %.104.i.i
  %.106.i = fmul double %arg.ux, %.1212.us
  store i64 0, ptr %.109.i.i59, align 8, !noalias !15
  %.143.i = call i32 @called_2(ptr nonnull %.109.i.i59, ptr nonnull %excinfo.1.i.i60, ptr readnone %arg.outline.0.0, ptr readnone %arg.outline.0.1, i64 %arg.outline.0.2, i64 %arg.outline.0.3, ptr readnone %arg.outline.0.4, i64 %arg.outline.0.5.0, i64 %arg.outline.0.5.1, i64 %arg.outline.0.6.0, i64 %arg.outline.0.6.1, ptr readnone %arg.outline.1.0, ptr readnone %arg.outline.1.1, i64 %arg.outline.1.2, i64 %arg.outline.1.3, ptr readnone %arg.outline.1.4, i64 %arg.outline.1.5.0, i64 %arg.outline.1.5.1, i64 %arg.outline.1.6.0, i64 %arg.outline.1.6.1, ptr readnone %arg.outline.2.0, ptr readnone %arg.outline.2.1, i64 %arg.outline.2.2, i64 %arg.outline.2.3, ptr readnone %arg.outline.2.4, i64 %arg.outline.2.5.0, i64 %arg.outline.2.5.1, i64 %arg.outline.2.6.0, i64 %arg.outline.2.6.1, ptr readnone %arg.outline.3.0, ptr readnone %arg.outline.3.1, i64 %arg.outline.3.2, i64 %arg.outline.3.3, ptr readonly %arg.outline.3.4, i64 %arg.outline.3.5.0, i64 %arg.outline.3.5.1, i64 %arg.outline.3.6.0, i64 %arg.outline.3.6.1, ptr readnone %arg.outline.4.0, ptr readnone %arg.outline.4.1, i64 %arg.outline.4.2, i64 %arg.outline.4.3, ptr readonly %arg.outline.4.4, i64 %arg.outline.4.5.0, i64 %arg.outline.4.5.1, i64 %arg.outline.4.5.2, i64 %arg.outline.4.6.0, i64 %arg.outline.4.6.1, i64 %arg.outline.4.6.2, ptr readnone %arg.outline.5.0, ptr readnone %arg.outline.5.1, i64 %arg.outline.5.2, i64 %arg.outline.5.3, ptr readnone %arg.outline.5.4, i64 %arg.outline.5.5.0, i64 %arg.outline.5.5.1, i64 %arg.outline.5.6.0, i64 %arg.outline.5.6.1, double %arg.outline.6, double %arg.outline.7, double %.105.i, double %.106.i, double %arg.ux, double %arg.uy, double 0xFFF0000000000000, double 0x7FF0000000000000, double 0x7FF0000000000000, ptr readnone %arg.found.0, ptr readnone %arg.found.1, i64 %arg.found.2, i64 %arg.found.3, ptr %arg.found.4, i64 %arg.found.5.0, i64 %arg.found.5.1, i64 %arg.found.6.0, i64 %arg.found.6.1), !noalias !15
  %cond.i = icmp eq i32 %.143.i, 0
  br i1 %cond.i, label %_ZN14lesion_toolkit11measurement15parallel_chords12_all_on_lineB3v50B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddd5ArrayIdLi2E1C7mutable7alignedE.exit.thread, label %_ZN14lesion_toolkit11measurement15parallel_chords12_all_on_lineB3v50B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddd5ArrayIdLi2E1C7mutable7alignedE.exit, !prof !0

_ZN14lesion_toolkit11measurement15parallel_chords12_all_on_lineB3v50B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddd5ArrayIdLi2E1C7mutable7alignedE.exit.thread: ; preds = %B674.us
  %.153.i = load i64, ptr %.109.i.i59, align 8, !noalias !15
  call void @llvm.lifetime.end.p0(ptr nonnull %.109.i.i59)
  call void @llvm.lifetime.end.p0(ptr nonnull %excinfo.1.i.i60)
  %sunkaddr215 = mul i64 %.46812841333.us, 8
  %sunkaddr216 = getelementptr i8, ptr %arg.offsets.4, i64 %sunkaddr215
  %.1305.us = load double, ptr %sunkaddr216, align 8
  %.1307.us = fmul double %.1161.us, 7.500000e-01
  %.1308.us = fadd double %.1307.us, %.1305.us
  call void @llvm.lifetime.start.p0(ptr nonnull %.109.i.i59)
  call void @llvm.lifetime.start.p0(ptr nonnull %excinfo.1.i.i60)
  %.105.i51 = fmul double %.1308.us, %.104.i.i
  %.106.i52 = fmul double %arg.ux, %.1308.us
  store i64 0, ptr %.109.i.i59, align 8, !noalias !19
  %.143.i53 = call i32 @called_2(ptr nonnull %.109.i.i59, ptr nonnull %excinfo.1.i.i60, ptr readnone %arg.outline.0.0, ptr readnone %arg.outline.0.1, i64 %arg.outline.0.2, i64 %arg.outline.0.3, ptr readnone %arg.outline.0.4, i64 %arg.outline.0.5.0, i64 %arg.outline.0.5.1, i64 %arg.outline.0.6.0, i64 %arg.outline.0.6.1, ptr readnone %arg.outline.1.0, ptr readnone %arg.outline.1.1, i64 %arg.outline.1.2, i64 %arg.outline.1.3, ptr readnone %arg.outline.1.4, i64 %arg.outline.1.5.0, i64 %arg.outline.1.5.1, i64 %arg.outline.1.6.0, i64 %arg.outline.1.6.1, ptr readnone %arg.outline.2.0, ptr readnone %arg.outline.2.1, i64 %arg.outline.2.2, i64 %arg.outline.2.3, ptr readnone %arg.outline.2.4, i64 %arg.outline.2.5.0, i64 %arg.outline.2.5.1, i64 %arg.outline.2.6.0, i64 %arg.outline.2.6.1, ptr readnone %arg.outline.3.0, ptr readnone %arg.outline.3.1, i64 %arg.outline.3.2, i64 %arg.outline.3.3, ptr readonly %arg.outline.3.4, i64 %arg.outline.3.5.0, i64 %arg.outline.3.5.1, i64 %arg.outline.3.6.0, i64 %arg.outline.3.6.1, ptr readnone %arg.outline.4.0, ptr readnone %arg.outline.4.1, i64 %arg.outline.4.2, i64 %arg.outline.4.3, ptr readonly %arg.outline.4.4, i64 %arg.outline.4.5.0, i64 %arg.outline.4.5.1, i64 %arg.outline.4.5.2, i64 %arg.outline.4.6.0, i64 %arg.outline.4.6.1, i64 %arg.outline.4.6.2, ptr readnone %arg.outline.5.0, ptr readnone %arg.outline.5.1, i64 %arg.outline.5.2, i64 %arg.outline.5.3, ptr readnone %arg.outline.5.4, i64 %arg.outline.5.5.0, i64 %arg.outline.5.5.1, i64 %arg.outline.5.6.0, i64 %arg.outline.5.6.1, double %arg.outline.6, double %arg.outline.7, double %.105.i51, double %.106.i52, double %arg.ux, double %arg.uy, double 0xFFF0000000000000, double 0x7FF0000000000000, double 0x7FF0000000000000, ptr readnone %arg.other.0, ptr readnone %arg.other.1, i64 %arg.other.2, i64 %arg.other.3, ptr %arg.other.4, i64 %arg.other.5.0, i64 %arg.other.5.1, i64 %arg.other.6.0, i64 %arg.other.6.1), !noalias !19
  %cond.i54 = icmp eq i32 %.143.i53, 0
  br i1 %cond.i54, label %_ZN14lesion_toolkit11measurement15parallel_chords12_all_on_lineB3v50B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddd5ArrayIdLi2E1C7mutable7alignedE.exit58.thread, label %_ZN14lesion_toolkit11measurement15parallel_chords12_all_on_lineB3v50B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddd5ArrayIdLi2E1C7mutable7alignedE.exit58, !prof !0

_ZN14lesion_toolkit11measurement15parallel_chords12_all_on_lineB3v50B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddd5ArrayIdLi2E1C7mutable7alignedE.exit: ; preds = %B674.us
  call void @llvm.lifetime.end.p0(ptr nonnull %.109.i.i59)
  call void @llvm.lifetime.end.p0(ptr nonnull %excinfo.1.i.i60)
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

_ZN14lesion_toolkit11measurement15parallel_chords12_all_on_lineB3v50B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddd5ArrayIdLi2E1C7mutable7alignedE.exit58.thread: ; preds = %_ZN14lesion_toolkit11measurement15parallel_chords12_all_on_lineB3v50B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddd5ArrayIdLi2E1C7mutable7alignedE.exit.thread
  %.153.i57 = load i64, ptr %.109.i.i59, align 8, !noalias !19
  call void @llvm.lifetime.end.p0(ptr nonnull %.109.i.i59)
  call void @llvm.lifetime.end.p0(ptr nonnull %excinfo.1.i.i60)
  %.1368.not.us = icmp ne i64 %.153.i, %.153.i57
  %.1427.us = add i64 %.153.i, -1
  %.14701261.us.not = icmp slt i64 %.1427.us, 1
  %or.cond1714 = or i1 %.14701261.us.not, %.1368.not.us
  br i1 %or.cond1714, label %B1105.us, label %B848.us.preheader

B848.us.preheader:                                ; preds = %_ZN14lesion_toolkit11measurement15parallel_chords12_all_on_lineB3v50B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddd5ArrayIdLi2E1C7mutable7alignedE.exit58.thread
  br label %B848.us

_ZN14lesion_toolkit11measurement15parallel_chords12_all_on_lineB3v50B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddd5ArrayIdLi2E1C7mutable7alignedE.exit58: ; preds = %_ZN14lesion_toolkit11measurement15parallel_chords12_all_on_lineB3v50B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddd5ArrayIdLi2E1C7mutable7alignedE.exit.thread
  call void @llvm.lifetime.end.p0(ptr nonnull %.109.i.i59)
  call void @llvm.lifetime.end.p0(ptr nonnull %excinfo.1.i.i60)
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B848.us:                                          ; preds = %B848.us.preheader, %B1106.us
  %best.6.sroa.0.31268.us = phi double [ %best.7.sroa.0.4.us, %B1106.us ], [ %.1006.sroa.0.3150, %B848.us.preheader ]
  %best.6.sroa.18.31267.us = phi double [ %best.7.sroa.8.4.us, %B1106.us ], [ %.1006.sroa.5.3151, %B848.us.preheader ]
  %best.6.sroa.36.31266.us = phi double [ %best.7.sroa.16.4.us, %B1106.us ], [ %.1006.sroa.8.3152, %B848.us.preheader ]
  %best.6.sroa.54.31265.us = phi double [ %best.7.sroa.24.4.us, %B1106.us ], [ %.1006.sroa.11.3153, %B848.us.preheader ]
  %best.6.sroa.72.31264.us = phi double [ %best.7.sroa.32.4.us, %B1106.us ], [ %.1006.sroa.14.3154, %B848.us.preheader ]
  %.147612601262.us = phi i64 [ %.1483.us, %B1106.us ], [ 1, %B848.us.preheader ]
  %.1483.us = add nuw i64 %.147612601262.us, 1
  %.1560.us = mul i64 %.147612601262.us, %arg.found.5.1
  %.1564.us = getelementptr double, ptr %arg.found.4, i64 %.1560.us
  %.1565.us = load double, ptr %.1564.us, align 8
  %.1566.us = add nsw i64 %.147612601262.us, -1
  %.1615.us = mul i64 %.1566.us, %arg.found.5.1
  %11 = getelementptr double, ptr %arg.found.4, i64 %.1615.us
  %.1619.us = getelementptr i8, ptr %11, i64 8
  %.1620.us = load double, ptr %.1619.us, align 8
  %.1621.us = fsub double %.1565.us, %.1620.us
  %.1673.us = mul i64 %.147612601262.us, %arg.other.5.1
  %.1677.us = getelementptr double, ptr %arg.other.4, i64 %.1673.us
  %.1678.us = load double, ptr %.1677.us, align 8
  %.1728.us = mul i64 %.1566.us, %arg.other.5.1
  %12 = getelementptr double, ptr %arg.other.4, i64 %.1728.us
  %.1732.us = getelementptr i8, ptr %12, i64 8
  %.1733.us = load double, ptr %.1732.us, align 8
  %.1734.us = fsub double %.1678.us, %.1733.us
  %.1740.us = fcmp une double %.1621.us, %.1734.us
  br i1 %.1740.us, label %B958.us, label %B1106.us

B958.us:                                          ; preds = %B848.us
  %.1746.us = fsub double %arg.gap_mm, %.1621.us
  %.1747.us = fmul double %.1746.us, 5.000000e-01
  %.1750.us = fsub double %.1734.us, %.1621.us
  %.1758.us = fdiv double %.1747.us, %.1750.us
  %.1759.us = fadd double %.1758.us, 2.500000e-01
  %.1764.us = fcmp ogt double %.1759.us, 0.000000e+00
  %.1774.us = fcmp olt double %.1759.us, 1.000000e+00
  %or.cond1140.us = and i1 %.1764.us, %.1774.us
  br i1 %or.cond1140.us, label %B1024.us, label %B1106.us

B1024.us:                                         ; preds = %B958.us
  %sunkaddr217 = mul i64 %.46812841333.us, 8
  %sunkaddr218 = getelementptr i8, ptr %arg.offsets.4, i64 %sunkaddr217
  %.1822.us = load double, ptr %sunkaddr218, align 8
  %.1825.us = fmul double %.1161.us, %.1759.us
  %.1828.us = fadd double %.1825.us, %.1822.us
  call void @llvm.lifetime.start.p0(ptr nonnull %.109.i.i59), !noalias !23
  call void @llvm.lifetime.start.p0(ptr nonnull %excinfo.1.i.i60), !noalias !23
  %.105.i.i62 = fmul double %.1828.us, %.104.i.i
  %.106.i.i63 = fmul double %arg.ux, %.1828.us
  store i64 0, ptr %.109.i.i59, align 8, !noalias !27
  %.143.i.i64 = call i32 @called_2(ptr nonnull %.109.i.i59, ptr nonnull %excinfo.1.i.i60, ptr readnone %arg.outline.0.0, ptr readnone %arg.outline.0.1, i64 %arg.outline.0.2, i64 %arg.outline.0.3, ptr readnone %arg.outline.0.4, i64 %arg.outline.0.5.0, i64 %arg.outline.0.5.1, i64 %arg.outline.0.6.0, i64 %arg.outline.0.6.1, ptr readnone %arg.outline.1.0, ptr readnone %arg.outline.1.1, i64 %arg.outline.1.2, i64 %arg.outline.1.3, ptr readnone %arg.outline.1.4, i64 %arg.outline.1.5.0, i64 %arg.outline.1.5.1, i64 %arg.outline.1.6.0, i64 %arg.outline.1.6.1, ptr readnone %arg.outline.2.0, ptr readnone %arg.outline.2.1, i64 %arg.outline.2.2, i64 %arg.outline.2.3, ptr readnone %arg.outline.2.4, i64 %arg.outline.2.5.0, i64 %arg.outline.2.5.1, i64 %arg.outline.2.6.0, i64 %arg.outline.2.6.1, ptr readnone %arg.outline.3.0, ptr readnone %arg.outline.3.1, i64 %arg.outline.3.2, i64 %arg.outline.3.3, ptr readonly %arg.outline.3.4, i64 %arg.outline.3.5.0, i64 %arg.outline.3.5.1, i64 %arg.outline.3.6.0, i64 %arg.outline.3.6.1, ptr readnone %arg.outline.4.0, ptr readnone %arg.outline.4.1, i64 %arg.outline.4.2, i64 %arg.outline.4.3, ptr readonly %arg.outline.4.4, i64 %arg.outline.4.5.0, i64 %arg.outline.4.5.1, i64 %arg.outline.4.5.2, i64 %arg.outline.4.6.0, i64 %arg.outline.4.6.1, i64 %arg.outline.4.6.2, ptr readnone %arg.outline.5.0, ptr readnone %arg.outline.5.1, i64 %arg.outline.5.2, i64 %arg.outline.5.3, ptr readnone %arg.outline.5.4, i64 %arg.outline.5.5.0, i64 %arg.outline.5.5.1, i64 %arg.outline.5.6.0, i64 %arg.outline.5.6.1, double %arg.outline.6, double %arg.outline.7, double %.105.i.i62, double %.106.i.i63, double %arg.ux, double %arg.uy, double 0xFFF0000000000000, double 0x7FF0000000000000, double 0x7FF0000000000000, ptr readnone %arg.spare.0, ptr readnone %arg.spare.1, i64 %arg.spare.2, i64 %arg.spare.3, ptr %arg.spare.4, i64 %arg.spare.5.0, i64 %arg.spare.5.1, i64 %arg.spare.6.0, i64 %arg.spare.6.1), !noalias !27
  %cond.i.i65 = icmp eq i32 %.143.i.i64, 0
  br i1 %cond.i.i65, label %B0.endif.i67, label %_ZN14lesion_toolkit11measurement15parallel_chords7_betterB3v49B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29dddd5ArrayIdLi2E1C7mutable7alignedE8UniTupleIdLi5EE.exit123, !prof !0

B112.i110:                                        ; preds = %B0.endif.endif.i100
  %.243.i111 = fmul double %arg.ux, %.184.sroa.0.0.i101
  %.244.i112 = fadd double %.105.i.i62, %.243.i111
  %.247.i113 = fmul double %arg.uy, %.184.sroa.0.0.i101
  %.250.i114 = fadd double %.106.i.i63, %.247.i113
  %.253.i115 = fmul double %arg.ux, %.184.sroa.4.0.i102
  %.256.i116 = fadd double %.105.i.i62, %.253.i115
  %.259.i117 = fmul double %arg.uy, %.184.sroa.4.0.i102
  %.264.i118 = fadd double %.106.i.i63, %.259.i117
  br label %B1106.us

B0.endif.i67:                                     ; preds = %B1024.us
  %.153.i.i68 = load i64, ptr %.109.i.i59, align 8, !noalias !27
  call void @llvm.lifetime.end.p0(ptr nonnull %.109.i.i59), !noalias !23
  call void @llvm.lifetime.end.p0(ptr nonnull %excinfo.1.i.i60), !noalias !23
  %.26.i.i69 = icmp eq i64 %.153.i.i68, 0
  br i1 %.26.i.i69, label %B0.endif.endif.i100, label %B20.endif.i.i70

B94.i.i79:                                        ; preds = %B94.i.i79.preheader, %B94.i.i79
  %lsr.iv3.i.i80 = phi i64 [ %lsr.iv.next.i.i98, %B94.i.i79 ], [ %.197.i.i74, %B94.i.i79.preheader ]
  %lsr.iv.i.i81 = phi ptr [ %scevgep1.i.i97, %B94.i.i79 ], [ %scevgep.i.i78, %B94.i.i79.preheader ]
  %best_start.2.0175.i.i82 = phi double [ %best_start.3.1.i.i96, %B94.i.i79 ], [ %.91.i.i71, %B94.i.i79.preheader ]
  %best_end.2.0174.i.i83 = phi double [ %best_end.3.1.i.i95, %B94.i.i79 ], [ %.145.i.i73, %B94.i.i79.preheader ]
  %start.3.0173.i.i84 = phi double [ %start.2.1.i.i90, %B94.i.i79 ], [ %.91.i.i71, %B94.i.i79.preheader ]
  %end.2.0172.i.i85 = phi double [ %.474.i.i91, %B94.i.i79 ], [ %.145.i.i73, %B94.i.i79.preheader ]
  %scevgep2.i.i86 = getelementptr i8, ptr %lsr.iv.i.i81, i64 -8
  %.343.i.i87 = load double, ptr %scevgep2.i.i86, align 8, !noalias !31
  %.345.i.i88 = fsub double %.343.i.i87, %end.2.0172.i.i85
  %.350.i.i89 = fcmp ogt double %.345.i.i88, %.349.i.i
  %start.2.1.i.i90 = select i1 %.350.i.i89, double %.343.i.i87, double %start.3.0173.i.i84
  %.474.i.i91 = load double, ptr %lsr.iv.i.i81, align 8, !noalias !31
  %.480.i.i92 = fsub double %.474.i.i91, %start.2.1.i.i90
  %.483.i.i93 = fsub double %best_end.2.0174.i.i83, %best_start.2.0175.i.i82
  %.488.i.i94 = fcmp ogt double %.480.i.i92, %.483.i.i93
  %best_end.3.1.i.i95 = select i1 %.488.i.i94, double %.474.i.i91, double %best_end.2.0174.i.i83
  %best_start.3.1.i.i96 = select i1 %.488.i.i94, double %start.2.1.i.i90, double %best_start.2.0175.i.i82
  %scevgep1.i.i97 = getelementptr i8, ptr %lsr.iv.i.i81, i64 %3
  %lsr.iv.next.i.i98 = add i64 %lsr.iv3.i.i80, -1
  %exitcond.not.i.i99 = icmp eq i64 %lsr.iv.next.i.i98, 0
  br i1 %exitcond.not.i.i99, label %B0.endif.endif.i100, label %B94.i.i79

B20.endif.i.i70:                                  ; preds = %B0.endif.i67
  %.91.i.i71 = load double, ptr %arg.spare.4, align 8, !noalias !31
  %sunkaddr219 = getelementptr i8, ptr %arg.spare.4, i64 8
  %.145.i.i73 = load double, ptr %sunkaddr219, align 8, !noalias !31
  %.197.i.i74 = add i64 %.153.i.i68, -1
  %.242169.not.i.i75 = icmp slt i64 %.197.i.i74, 1
  br i1 %.242169.not.i.i75, label %B0.endif.endif.i100, label %B94.i.i79.preheader

B94.i.i79.preheader:                              ; preds = %B20.endif.i.i70
  br label %B94.i.i79

B0.endif.endif.i100:                              ; preds = %B94.i.i79, %B20.endif.i.i70, %B0.endif.i67
  %.184.sroa.0.0.i101 = phi double [ 0.000000e+00, %B0.endif.i67 ], [ %.91.i.i71, %B20.endif.i.i70 ], [ %best_start.3.1.i.i96, %B94.i.i79 ]
  %.184.sroa.4.0.i102 = phi double [ 0.000000e+00, %B0.endif.i67 ], [ %.145.i.i73, %B20.endif.i.i70 ], [ %best_end.3.1.i.i95, %B94.i.i79 ]
  %.222.i103 = fsub double %.184.sroa.4.0.i102, %.184.sroa.0.0.i101
  %.225.i104 = fcmp ogt double %.222.i103, %best.6.sroa.0.31268.us
  br i1 %.225.i104, label %B112.i110, label %B1106.us

_ZN14lesion_toolkit11measurement15parallel_chords7_betterB3v49B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29dddd5ArrayIdLi2E1C7mutable7alignedE8UniTupleIdLi5EE.exit123: ; preds = %B1024.us
  call void @llvm.lifetime.end.p0(ptr nonnull %.109.i.i59), !noalias !23
  call void @llvm.lifetime.end.p0(ptr nonnull %excinfo.1.i.i60), !noalias !23
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B1106.us:                                         ; preds = %B112.i110, %B0.endif.endif.i100, %B958.us, %B848.us
  %best.7.sroa.32.4.us = phi double [ %best.6.sroa.72.31264.us, %B958.us ], [ %best.6.sroa.72.31264.us, %B848.us ], [ %.264.i118, %B112.i110 ], [ %best.6.sroa.72.31264.us, %B0.endif.endif.i100 ]
  %best.7.sroa.24.4.us = phi double [ %best.6.sroa.54.31265.us, %B958.us ], [ %best.6.sroa.54.31265.us, %B848.us ], [ %.256.i116, %B112.i110 ], [ %best.6.sroa.54.31265.us, %B0.endif.endif.i100 ]
  %best.7.sroa.16.4.us = phi double [ %best.6.sroa.36.31266.us, %B958.us ], [ %best.6.sroa.36.31266.us, %B848.us ], [ %.250.i114, %B112.i110 ], [ %best.6.sroa.36.31266.us, %B0.endif.endif.i100 ]
  %best.7.sroa.8.4.us = phi double [ %best.6.sroa.18.31267.us, %B958.us ], [ %best.6.sroa.18.31267.us, %B848.us ], [ %.244.i112, %B112.i110 ], [ %best.6.sroa.18.31267.us, %B0.endif.endif.i100 ]
  %best.7.sroa.0.4.us = phi double [ %best.6.sroa.0.31268.us, %B958.us ], [ %best.6.sroa.0.31268.us, %B848.us ], [ %.222.i103, %B112.i110 ], [ %best.6.sroa.0.31268.us, %B0.endif.endif.i100 ]
  %exitcond.not = icmp eq i64 %.1483.us, %.153.i
  br i1 %exitcond.not, label %B1105.us, label %B848.us

B1105.us:                                         ; preds = %B1106.us, %_ZN14lesion_toolkit11measurement15parallel_chords12_all_on_lineB3v50B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddd5ArrayIdLi2E1C7mutable7alignedE.exit58.thread, %B618.us, %B474.endif.us, %B420.us
  %best.5.sroa.56.2.us = phi double [ %.1006.sroa.14.3154, %_ZN14lesion_toolkit11measurement15parallel_chords12_all_on_lineB3v50B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddd5ArrayIdLi2E1C7mutable7alignedE.exit58.thread ], [ %best.3.sroa.60.11335.us, %B420.us ], [ %.1006.sroa.14.3154, %B474.endif.us ], [ %.1006.sroa.14.3154, %B618.us ], [ %best.7.sroa.32.4.us, %B1106.us ]
  %best.5.sroa.42.2.us = phi double [ %.1006.sroa.11.3153, %_ZN14lesion_toolkit11measurement15parallel_chords12_all_on_lineB3v50B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddd5ArrayIdLi2E1C7mutable7alignedE.exit58.thread ], [ %best.3.sroa.45.11336.us, %B420.us ], [ %.1006.sroa.11.3153, %B474.endif.us ], [ %.1006.sroa.11.3153, %B618.us ], [ %best.7.sroa.24.4.us, %B1106.us ]
  %best.5.sroa.28.2.us = phi double [ %.1006.sroa.8.3152, %_ZN14lesion_toolkit11measurement15parallel_chords12_all_on_lineB3v50B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddd5ArrayIdLi2E1C7mutable7alignedE.exit58.thread ], [ %best.3.sroa.30.11337.us, %B420.us ], [ %.1006.sroa.8.3152, %B474.endif.us ], [ %.1006.sroa.8.3152, %B618.us ], [ %best.7.sroa.16.4.us, %B1106.us ]
  %best.5.sroa.14.2.us = phi double [ %.1006.sroa.5.3151, %_ZN14lesion_toolkit11measurement15parallel_chords12_all_on_lineB3v50B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddd5ArrayIdLi2E1C7mutable7alignedE.exit58.thread ], [ %best.3.sroa.15.11338.us, %B420.us ], [ %.1006.sroa.5.3151, %B474.endif.us ], [ %.1006.sroa.5.3151, %B618.us ], [ %best.7.sroa.8.4.us, %B1106.us ]
  %best.5.sroa.0.2.us = phi double [ %.1006.sroa.0.3150, %_ZN14lesion_toolkit11measurement15parallel_chords12_all_on_lineB3v50B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddd5ArrayIdLi2E1C7mutable7alignedE.exit58.thread ], [ %best.3.sroa.0.11339.us, %B420.us ], [ %.1006.sroa.0.3150, %B474.endif.us ], [ %.1006.sroa.0.3150, %B618.us ], [ %best.7.sroa.0.4.us, %B1106.us ]
  %exitcond1684.not = icmp eq i64 %arg.offsets.5.0, %.475.us
  br i1 %exitcond1684.not, label %B140.B78.loopexit_crit_edge.us, label %B142.us

B344.backedge.us:                                 ; preds = %B344.backedge.us.preheader, %B344.backedge.us
  %lsr.iv = phi i64 [ %9, %B344.backedge.us.preheader ], [ %lsr.iv.next, %B344.backedge.us ]
  %bound.2.21256.us = phi double [ %.11.i124.1, %B344.backedge.us ], [ %bound.2.21256.us.unr, %B344.backedge.us.preheader ]
  %.76412521254.us = phi i64 [ %15, %B344.backedge.us ], [ %.76412521254.us.unr, %B344.backedge.us.preheader ]
  %.825.us = icmp slt i64 %.76412521254.us, 0
  %.826.us = select i1 %.825.us, i64 %arg.strips.5.1, i64 0
  %.827.us = add i64 %.826.us, %.76412521254.us
  %.848.us = getelementptr double, ptr %0, i64 %.827.us
  %.849.us = load double, ptr %.848.us, align 8
  %.902.us = getelementptr double, ptr %arg.strips.4, i64 %.827.us
  %.903.us = load double, ptr %.902.us, align 8
  %.904.us = fsub double %.849.us, %.903.us
  %.10.i = fcmp ogt double %.904.us, %bound.2.21256.us
  %.11.i124 = select i1 %.10.i, double %.904.us, double %bound.2.21256.us
  %.771.us = add i64 %.76412521254.us, 1
  %.825.us.1 = icmp slt i64 %.771.us, 0
  %.826.us.1 = select i1 %.825.us.1, i64 %arg.strips.5.1, i64 0
  %13 = add i64 %.826.us.1, %.76412521254.us
  %14 = add i64 %13, 1
  %.848.us.1 = getelementptr double, ptr %0, i64 %14
  %.849.us.1 = load double, ptr %.848.us.1, align 8
  %.902.us.1 = getelementptr double, ptr %arg.strips.4, i64 %14
  %.903.us.1 = load double, ptr %.902.us.1, align 8
  %.904.us.1 = fsub double %.849.us.1, %.903.us.1
  %.10.i.1 = fcmp ogt double %.904.us.1, %.11.i124
  %.11.i124.1 = select i1 %.10.i.1, double %.904.us.1, double %.11.i124
  %lsr.iv.next = add i64 %lsr.iv, -2
  %.758.us.1 = icmp sgt i64 %lsr.iv.next, 2
  %15 = add i64 %.771.us, 1
  br i1 %.758.us.1, label %B344.backedge.us, label %B420.us

B140.B78.loopexit_crit_edge.us:                   ; preds = %B1105.us
  br i1 %.947.us, label %B1104, label %B80.endif.us
}

declare i1 @llvm.is.fpclass.f64(double, i32 immarg) #1

define linkonce_odr noundef range(i32 -1, -2) i32 @called_1(ptr noalias writeonly captures(none) %retptr, ptr noalias readnone captures(none) %excinfo, ptr readnone captures(none) %arg.outline.0.0, ptr readnone captures(none) %arg.outline.0.1, i64 %arg.outline.0.2, i64 %arg.outline.0.3, ptr readonly captures(none) %arg.outline.0.4, i64 %arg.outline.0.5.0, i64 %arg.outline.0.5.1, i64 %arg.outline.0.6.0, i64 %arg.outline.0.6.1, ptr readnone captures(none) %arg.outline.1.0, ptr readnone captures(none) %arg.outline.1.1, i64 %arg.outline.1.2, i64 %arg.outline.1.3, ptr readnone captures(none) %arg.outline.1.4, i64 %arg.outline.1.5.0, i64 %arg.outline.1.5.1, i64 %arg.outline.1.6.0, i64 %arg.outline.1.6.1, ptr readnone captures(none) %arg.outline.2.0, ptr readnone captures(none) %arg.outline.2.1, i64 %arg.outline.2.2, i64 %arg.outline.2.3, ptr readonly captures(none) %arg.outline.2.4, i64 %arg.outline.2.5.0, i64 %arg.outline.2.5.1, i64 %arg.outline.2.6.0, i64 %arg.outline.2.6.1, ptr readnone captures(none) %arg.outline.3.0, ptr readnone captures(none) %arg.outline.3.1, i64 %arg.outline.3.2, i64 %arg.outline.3.3, ptr readnone captures(none) %arg.outline.3.4, i64 %arg.outline.3.5.0, i64 %arg.outline.3.5.1, i64 %arg.outline.3.6.0, i64 %arg.outline.3.6.1, ptr readnone captures(none) %arg.outline.4.0, ptr readnone captures(none) %arg.outline.4.1, i64 %arg.outline.4.2, i64 %arg.outline.4.3, ptr readnone captures(none) %arg.outline.4.4, i64 %arg.outline.4.5.0, i64 %arg.outline.4.5.1, i64 %arg.outline.4.5.2, i64 %arg.outline.4.6.0, i64 %arg.outline.4.6.1, i64 %arg.outline.4.6.2, ptr readnone captures(none) %arg.outline.5.0, ptr readnone captures(none) %arg.outline.5.1, i64 %arg.outline.5.2, i64 %arg.outline.5.3, ptr readnone captures(none) %arg.outline.5.4, i64 %arg.outline.5.5.0, i64 %arg.outline.5.5.1, i64 %arg.outline.5.6.0, i64 %arg.outline.5.6.1, double %arg.outline.6, double %arg.outline.7, double %arg.ux, double %arg.uy, ptr readnone captures(none) %arg.offsets.0, ptr readnone captures(none) %arg.offsets.1, i64 %arg.offsets.2, i64 %arg.offsets.3, ptr readonly captures(none) %arg.offsets.4, i64 %arg.offsets.5.0, i64 %arg.offsets.6.0, ptr readnone captures(none) %arg.strips.0, ptr readnone captures(none) %arg.strips.1, i64 %arg.strips.2, i64 %arg.strips.3, ptr captures(none) %arg.strips.4, i64 %arg.strips.5.0, i64 %arg.strips.5.1, i64 %arg.strips.6.0, i64 %arg.strips.6.1) local_unnamed_addr #0 {
B0.endif:
  %const = bitcast i64 9223372036854775804 to i64
  %.222646.not = icmp slt i64 %arg.strips.5.1, 1
  br i1 %.222646.not, label %B162.endif, label %B86.lr.ph

B86.lr.ph:                                        ; preds = %B0.endif
  %min.iters.check = icmp samesign ult i64 %arg.strips.5.1, 4
  br i1 %min.iters.check, label %B86.lr.ph.B86.preheader_crit_edge, label %vector.ph

B86.lr.ph.B86.preheader_crit_edge:                ; preds = %B86.lr.ph
  %.pre13 = shl nuw nsw i64 %arg.strips.5.1, 3
  br label %B86.preheader

vector.ph:                                        ; preds = %B86.lr.ph
  %n.vec = and i64 %arg.strips.5.1, %const
  %0 = shl i64 %arg.strips.5.1, 3
  %1 = getelementptr i8, ptr %arg.strips.4, i64 %0
  %scevgep65 = getelementptr i8, ptr %1, i64 16
  br label %vector.body

vector.body:                                      ; preds = %vector.body, %vector.ph
  %index = phi i64 [ 0, %vector.ph ], [ %index.next, %vector.body ]
  %sunkaddr = shl i64 %index, 3
  %sunkaddr32 = mul i64 %index, 8
  %sunkaddr33 = getelementptr i8, ptr %arg.strips.4, i64 %sunkaddr32
  store <2 x double> splat (double 0x7FF0000000000000), ptr %sunkaddr33, align 8
  %sunkaddr34 = mul i64 %index, 8
  %sunkaddr35 = getelementptr i8, ptr %arg.strips.4, i64 %sunkaddr34
  %sunkaddr36 = getelementptr i8, ptr %sunkaddr35, i64 16
  store <2 x double> splat (double 0x7FF0000000000000), ptr %sunkaddr36, align 8
  %scevgep67 = getelementptr i8, ptr %scevgep65, i64 %sunkaddr
  %2 = shl i64 %index, 3
  %scevgep25 = getelementptr i8, ptr %scevgep65, i64 %2
  %scevgep26 = getelementptr i8, ptr %scevgep25, i64 -16
  store <2 x double> splat (double 0xFFF0000000000000), ptr %scevgep26, align 8
  store <2 x double> splat (double 0xFFF0000000000000), ptr %scevgep67, align 8
  %index.next = add nuw nsw i64 %index, 4
  %3 = icmp eq i64 %n.vec, %index.next
  br i1 %3, label %middle.block, label %vector.body, !llvm.loop !34

middle.block:                                     ; preds = %vector.body
  %cmp.n = icmp eq i64 %arg.strips.5.1, %n.vec
  br i1 %cmp.n, label %B162.endif, label %B86.preheader

B86.preheader:                                    ; preds = %B86.lr.ph.B86.preheader_crit_edge, %middle.block
  %sunkaddr78.pre-phi = phi i64 [ %.pre13, %B86.lr.ph.B86.preheader_crit_edge ], [ %0, %middle.block ]
  %.228645647.ph = phi i64 [ 0, %B86.lr.ph.B86.preheader_crit_edge ], [ %n.vec, %middle.block ]
  %scevgep = getelementptr i8, ptr %arg.strips.4, i64 %sunkaddr78.pre-phi
  br label %B86

B86:                                              ; preds = %B86, %B86.preheader
  %lsr.iv21 = phi i64 [ %lsr.iv.next22, %B86 ], [ %.228645647.ph, %B86.preheader ]
  %4 = shl i64 %lsr.iv21, 3
  %scevgep24 = getelementptr i8, ptr %arg.strips.4, i64 %4
  store double 0x7FF0000000000000, ptr %scevgep24, align 8
  %5 = shl i64 %lsr.iv21, 3
  %scevgep23 = getelementptr i8, ptr %scevgep, i64 %5
  store double 0xFFF0000000000000, ptr %scevgep23, align 8
  %lsr.iv.next22 = add i64 %lsr.iv21, 1
  %exitcond.not = icmp eq i64 %arg.strips.5.1, %lsr.iv.next22
  br i1 %exitcond.not, label %B162.endif, label %B86, !llvm.loop !37

B218.loopexit:                                    ; preds = %B594.endif.endif, %B220.endif.endif.endif.endif.endif
  %exitcond744.not = icmp eq i64 %.479, %arg.outline.0.5.0
  br i1 %exitcond744.not, label %B720.endif, label %B220

B220:                                             ; preds = %B220.lr.ph, %B218.loopexit
  %.472665688 = phi i64 [ 0, %B220.lr.ph ], [ %.479, %B218.loopexit ]
  %.479 = add nuw nsw i64 %.472665688, 1
  %.552 = mul i64 %.472665688, %arg.outline.0.5.1
  %.556 = getelementptr double, ptr %arg.outline.0.4, i64 %.552
  %.557 = load double, ptr %.556, align 8
  %.559 = fmul double %arg.ux, %.557
  %.612 = getelementptr i8, ptr %.556, i64 8
  %.613 = load double, ptr %.612, align 8
  %.615 = fmul double %arg.uy, %.613
  %.616 = fadd double %.559, %.615
  %.668 = mul i64 %.472665688, %arg.outline.2.5.1
  %.672 = getelementptr double, ptr %arg.outline.2.4, i64 %.668
  %.673 = load double, ptr %.672, align 8
  %.675 = fmul double %arg.ux, %.673
  %.728 = getelementptr i8, ptr %.672, i64 8
  %.729 = load double, ptr %.728, align 8
  %.731 = fmul double %arg.uy, %.729
  %.732 = fadd double %.675, %.731
  %sunkaddr37 = mul i64 %arg.offsets.5.0, 8
  %sunkaddr38 = getelementptr i8, ptr %arg.offsets.4, i64 %sunkaddr37
  %sunkaddr39 = getelementptr i8, ptr %sunkaddr38, i64 -8
  %.102.i = load double, ptr %sunkaddr39, align 8, !noalias !38
  %.132.i = load double, ptr %arg.offsets.4, align 8, !noalias !38
  %.133.i = fcmp ugt double %.102.i, %.132.i
  br i1 %.133.i, label %B102.endif.endif.endif.endif.i27, label %B220.endif.endif.endif.endif.endif

B780:                                             ; preds = %B780.lr.ph.new, %B780
  %widest.2.0699 = phi i64 [ 0, %B780.lr.ph.new ], [ %widest.3.1.1.fr, %B780 ]
  %.1607695697 = phi i64 [ 1, %B780.lr.ph.new ], [ %8, %B780 ]
  %6 = shl i64 %.1607695697, 3
  %scevgep19 = getelementptr i8, ptr %scevgep18, i64 %6
  %scevgep20 = getelementptr i8, ptr %scevgep19, i64 -8
  %.1700 = load double, ptr %scevgep20, align 8
  %sunkaddr40 = mul i64 %.1607695697, 8
  %sunkaddr41 = getelementptr i8, ptr %arg.strips.4, i64 %sunkaddr40
  %.1755 = load double, ptr %sunkaddr41, align 8
  %.1756 = fsub double %.1700, %.1755
  %.1787 = icmp slt i64 %widest.2.0699, 0
  %.1788 = select i1 %.1787, i64 %arg.strips.5.1, i64 0
  %.1789 = add i64 %.1788, %widest.2.0699
  %.1810 = getelementptr double, ptr %15, i64 %.1789
  %.1811 = load double, ptr %.1810, align 8
  %.1867 = getelementptr double, ptr %arg.strips.4, i64 %.1789
  %.1868 = load double, ptr %.1867, align 8
  %.1869 = fsub double %.1811, %.1868
  %.1870 = fcmp ogt double %.1756, %.1869
  %widest.3.1 = select i1 %.1870, i64 %.1607695697, i64 %widest.2.0699
  %.1700.1 = load double, ptr %scevgep19, align 8
  %sunkaddr42 = mul i64 %.1607695697, 8
  %sunkaddr43 = getelementptr i8, ptr %arg.strips.4, i64 %sunkaddr42
  %sunkaddr44 = getelementptr i8, ptr %sunkaddr43, i64 8
  %.1755.1 = load double, ptr %sunkaddr44, align 8
  %.1756.1 = fsub double %.1700.1, %.1755.1
  %.1787.1 = icmp slt i64 %widest.3.1, 0
  %.1788.1 = select i1 %.1787.1, i64 %arg.strips.5.1, i64 0
  %.1789.1 = add i64 %.1788.1, %widest.3.1
  %.1810.1 = getelementptr double, ptr %15, i64 %.1789.1
  %.1811.1 = load double, ptr %.1810.1, align 8
  %.1867.1 = getelementptr double, ptr %arg.strips.4, i64 %.1789.1
  %.1868.1 = load double, ptr %.1867.1, align 8
  %.1869.1 = fsub double %.1811.1, %.1868.1
  %.1870.1 = fcmp ogt double %.1756.1, %.1869.1
  %7 = add i64 %.1607695697, 1
  %widest.3.1.1 = select i1 %.1870.1, i64 %7, i64 %widest.3.1
  %widest.3.1.1.fr = freeze i64 %widest.3.1.1
  %niter.ncmp.1 = icmp eq i64 %7, %unroll_iter
  %8 = add i64 %7, 1
  br i1 %niter.ncmp.1, label %common.ret.loopexit.unr-lcssa, label %B780

common.ret.loopexit.unr-lcssa:                    ; preds = %B780
  %9 = and i64 %.1558.pre-phi, 1
  %lcmp.mod.not = icmp eq i64 %9, 0
  br i1 %lcmp.mod.not, label %common.ret, label %B780.epil.preheader

B780.epil.preheader:                              ; preds = %common.ret.loopexit.unr-lcssa
  %.1699.epil = getelementptr double, ptr %15, i64 %.1558.pre-phi
  %.1700.epil = load double, ptr %.1699.epil, align 8
  %.1754.epil = getelementptr double, ptr %arg.strips.4, i64 %.1558.pre-phi
  %.1755.epil = load double, ptr %.1754.epil, align 8
  %.1756.epil = fsub double %.1700.epil, %.1755.epil
  %.1787.epil = icmp slt i64 %widest.3.1.1.fr, 0
  %spec.select = select i1 %.1787.epil, i64 %arg.strips.5.1, i64 0
  br label %10

10:                                               ; preds = %B780.epil.preheader, %B780.epil.preheader.thread
  %.1756.epil12 = phi double [ %.1756.epil7, %B780.epil.preheader.thread ], [ %.1756.epil, %B780.epil.preheader ]
  %.1607695697.epil.init11 = phi i64 [ 1, %B780.epil.preheader.thread ], [ %.1558.pre-phi, %B780.epil.preheader ]
  %widest.2.0699.epil.init10 = phi i64 [ 0, %B780.epil.preheader.thread ], [ %widest.3.1.1.fr, %B780.epil.preheader ]
  %11 = phi i64 [ 0, %B780.epil.preheader.thread ], [ %spec.select, %B780.epil.preheader ]
  %.1789.epil = add i64 %11, %widest.2.0699.epil.init10
  %.1810.epil = getelementptr double, ptr %15, i64 %.1789.epil
  %.1811.epil = load double, ptr %.1810.epil, align 8
  %.1867.epil = getelementptr double, ptr %arg.strips.4, i64 %.1789.epil
  %.1868.epil = load double, ptr %.1867.epil, align 8
  %.1869.epil = fsub double %.1811.epil, %.1868.epil
  %.1870.epil = fcmp ogt double %.1756.epil12, %.1869.epil
  %widest.3.1.epil = select i1 %.1870.epil, i64 %.1607695697.epil.init11, i64 %widest.2.0699.epil.init10
  br label %common.ret

common.ret:                                       ; preds = %B720.endif, %10, %common.ret.loopexit.unr-lcssa
  %widest.2.0.lcssa = phi i64 [ 0, %B720.endif ], [ %widest.3.1.1.fr, %common.ret.loopexit.unr-lcssa ], [ %widest.3.1.epil, %10 ]
  store i64 %widest.2.0.lcssa, ptr %retptr, align 8
  ret i32 0

B162.endif:                                       ; preds = %B86, %middle.block, %B0.endif
  %.466685.not = icmp slt i64 %arg.outline.0.5.0, 1
  br i1 %.466685.not, label %B162.endif.B720.endif_crit_edge, label %B220.lr.ph

B162.endif.B720.endif_crit_edge:                  ; preds = %B162.endif
  %.pre = add i64 %arg.strips.5.1, -1
  br label %B720.endif

B220.lr.ph:                                       ; preds = %B162.endif
  %12 = getelementptr double, ptr %arg.strips.4, i64 %arg.strips.5.1
  %.69.i = add i64 %arg.strips.5.1, -1
  %.246.i = sitofp i64 %arg.strips.5.1 to double
  br label %B220

B102.endif.endif.endif.endif.i27:                 ; preds = %B220
  %.792 = fmul double %arg.ux, %.613
  %.848 = fmul double %arg.uy, %.557
  %.849 = fsub double %.792, %.848
  %.174.i = fsub double %.849, %.132.i
  %.239.i = fsub double %.102.i, %.132.i
  %.243.i = fdiv double %.174.i, %.239.i
  %.247.i = fmul double %.243.i, %.246.i
  %.5.i.i = fptosi double %.247.i to i64
  %.11.i.i = tail call i64 @llvm.smax.i64(i64 %.5.i.i, i64 0)
  %.11.i1.i = tail call i64 @llvm.smin.i64(i64 %.69.i, i64 %.11.i.i)
  %.93844 = fmul double %arg.ux, %.729
  %.99445 = fmul double %arg.uy, %.673
  %.99546 = fsub double %.93844, %.99445
  %.174.i29 = fsub double %.99546, %.132.i
  %.243.i31 = fdiv double %.174.i29, %.239.i
  %.247.i33 = fmul double %.243.i31, %.246.i
  %.5.i.i34 = fptosi double %.247.i33 to i64
  %.11.i.i35 = tail call i64 @llvm.smax.i64(i64 %.5.i.i34, i64 0)
  %.11.i1.i36 = tail call i64 @llvm.smin.i64(i64 %.69.i, i64 %.11.i.i35)
  br label %B220.endif.endif.endif.endif.endif

B220.endif.endif.endif.endif.endif:               ; preds = %B102.endif.endif.endif.endif.i27, %B220
  %storemerge.i47 = phi i64 [ %.11.i1.i, %B102.endif.endif.endif.endif.i27 ], [ 0, %B220 ]
  %storemerge.i26 = phi i64 [ %.11.i1.i36, %B102.endif.endif.endif.endif.i27 ], [ 0, %B220 ]
  %.11.i = tail call i64 @llvm.smin.i64(i64 %storemerge.i26, i64 %storemerge.i47)
  %.11.i38 = tail call i64 @llvm.smax.i64(i64 %storemerge.i26, i64 %storemerge.i47)
  %reass.sub = sub i64 %.11.i38, %.11.i
  %const_mat31 = add i64 %const, 3
  %.1164654767 = icmp ult i64 %reass.sub, %const_mat31
  br i1 %.1164654767, label %B594.preheader, label %B218.loopexit

B594.preheader:                                   ; preds = %B220.endif.endif.endif.endif.endif
  %13 = add i64 %.11.i38, 2
  %14 = sub i64 %13, %.11.i
  br label %B594.endif.endif

B594.endif.endif:                                 ; preds = %B594.endif.endif, %B594.preheader
  %lsr.iv = phi i64 [ %14, %B594.preheader ], [ %lsr.iv.next, %B594.endif.endif ]
  %.1170652655 = phi i64 [ %.11.i, %B594.preheader ], [ %.1177, %B594.endif.endif ]
  %.1177 = add i64 %.1170652655, 1
  %.1231 = icmp slt i64 %.1170652655, 0
  %.1232 = select i1 %.1231, i64 %arg.strips.5.1, i64 0
  %.1233 = add i64 %.1232, %.1170652655
  %.1254 = getelementptr double, ptr %arg.strips.4, i64 %.1233
  %.1255 = load double, ptr %.1254, align 8
  %.13.i = fcmp olt double %.616, %.1255
  %.14.i = select i1 %.13.i, double %.616, double %.1255
  %.15.i = fcmp olt double %.732, %.14.i
  %.16.i = select i1 %.15.i, double %.732, double %.14.i
  store double %.16.i, ptr %.1254, align 8
  %.1394 = getelementptr double, ptr %12, i64 %.1233
  %.1395 = load double, ptr %.1394, align 8
  %.13.i39 = fcmp ogt double %.616, %.1395
  %.14.i40 = select i1 %.13.i39, double %.616, double %.1395
  %.15.i41 = fcmp ogt double %.732, %.14.i40
  %.16.i42 = select i1 %.15.i41, double %.732, double %.14.i40
  store double %.16.i42, ptr %.1394, align 8
  %lsr.iv.next = add i64 %lsr.iv, -1
  %.1164 = icmp samesign ugt i64 %lsr.iv.next, 1
  br i1 %.1164, label %B594.endif.endif, label %B218.loopexit

B720.endif:                                       ; preds = %B218.loopexit, %B162.endif.B720.endif_crit_edge
  %.1558.pre-phi = phi i64 [ %.pre, %B162.endif.B720.endif_crit_edge ], [ %.69.i, %B218.loopexit ]
  %.1601696.not = icmp slt i64 %.1558.pre-phi, 1
  br i1 %.1601696.not, label %common.ret, label %B780.lr.ph

B780.lr.ph:                                       ; preds = %B720.endif
  %15 = getelementptr double, ptr %arg.strips.4, i64 %arg.strips.5.1
  %16 = icmp eq i64 %arg.strips.5.1, 2
  br i1 %16, label %B780.epil.preheader.thread, label %B780.lr.ph.new

B780.epil.preheader.thread:                       ; preds = %B780.lr.ph
  %.1699.epil3 = getelementptr i8, ptr %15, i64 8
  %.1700.epil4 = load double, ptr %.1699.epil3, align 8
  %.1754.epil5 = getelementptr i8, ptr %arg.strips.4, i64 8
  %.1755.epil6 = load double, ptr %.1754.epil5, align 8
  %.1756.epil7 = fsub double %.1700.epil4, %.1755.epil6
  br label %10

B780.lr.ph.new:                                   ; preds = %B780.lr.ph
  %const_mat = add i64 %const, 2
  %unroll_iter = and i64 %.1558.pre-phi, %const_mat
  %17 = shl i64 %arg.strips.5.1, 3
  %scevgep14 = getelementptr i8, ptr %arg.strips.4, i64 8
  %scevgep18 = getelementptr i8, ptr %scevgep14, i64 %17
  br label %B780
}

declare i64 @llvm.smax.i64(i64, i64) #1

declare i64 @llvm.smin.i64(i64, i64) #1

declare void @llvm.lifetime.start.p0(ptr captures(none)) #2

define linkonce_odr noundef range(i32 -1, -2) i32 @called_2(ptr noalias writeonly captures(none) %retptr, ptr noalias readnone captures(none) %excinfo, ptr readnone captures(none) %arg.outline.0.0, ptr readnone captures(none) %arg.outline.0.1, i64 %arg.outline.0.2, i64 %arg.outline.0.3, ptr readnone captures(none) %arg.outline.0.4, i64 %arg.outline.0.5.0, i64 %arg.outline.0.5.1, i64 %arg.outline.0.6.0, i64 %arg.outline.0.6.1, ptr readnone captures(none) %arg.outline.1.0, ptr readnone captures(none) %arg.outline.1.1, i64 %arg.outline.1.2, i64 %arg.outline.1.3, ptr readnone captures(none) %arg.outline.1.4, i64 %arg.outline.1.5.0, i64 %arg.outline.1.5.1, i64 %arg.outline.1.6.0, i64 %arg.outline.1.6.1, ptr readnone captures(none) %arg.outline.2.0, ptr readnone captures(none) %arg.outline.2.1, i64 %arg.outline.2.2, i64 %arg.outline.2.3, ptr readnone captures(none) %arg.outline.2.4, i64 %arg.outline.2.5.0, i64 %arg.outline.2.5.1, i64 %arg.outline.2.6.0, i64 %arg.outline.2.6.1, ptr readnone captures(none) %arg.outline.3.0, ptr readnone captures(none) %arg.outline.3.1, i64 %arg.outline.3.2, i64 %arg.outline.3.3, ptr readonly captures(none) %arg.outline.3.4, i64 %arg.outline.3.5.0, i64 %arg.outline.3.5.1, i64 %arg.outline.3.6.0, i64 %arg.outline.3.6.1, ptr readnone captures(none) %arg.outline.4.0, ptr readnone captures(none) %arg.outline.4.1, i64 %arg.outline.4.2, i64 %arg.outline.4.3, ptr readonly captures(none) %arg.outline.4.4, i64 %arg.outline.4.5.0, i64 %arg.outline.4.5.1, i64 %arg.outline.4.5.2, i64 %arg.outline.4.6.0, i64 %arg.outline.4.6.1, i64 %arg.outline.4.6.2, ptr readnone captures(none) %arg.outline.5.0, ptr readnone captures(none) %arg.outline.5.1, i64 %arg.outline.5.2, i64 %arg.outline.5.3, ptr readnone captures(none) %arg.outline.5.4, i64 %arg.outline.5.5.0, i64 %arg.outline.5.5.1, i64 %arg.outline.5.6.0, i64 %arg.outline.5.6.1, double %arg.outline.6, double %arg.outline.7, double %arg.x, double %arg.y, double %arg.ux, double %arg.uy, double %arg.lo, double %arg.hi, double %arg.gap_mm, ptr readnone captures(none) %arg.found.0, ptr readnone captures(none) %arg.found.1, i64 %arg.found.2, i64 %arg.found.3, ptr captures(none) %arg.found.4, i64 %arg.found.5.0, i64 %arg.found.5.1, i64 %arg.found.6.0, i64 %arg.found.6.1) local_unnamed_addr #0 {
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

B298:                                             ; preds = %B0.endif.endif.endif.endif.endif.endif, %B16.i60
  %.295 = fsub double %arg.hi, %arg.lo
  %.301 = fadd double %arg.gap_mm, 1.000000e-09
  %.304 = fcmp ogt double %.295, %.301
  %"$phi338.0.2.0" = sext i1 %.304 to i64
  br label %common.ret

common.ret:                                       ; preds = %B1828, %B1794, %B1656, %B1382, %B298
  %n.4.2.lcssa87.sink = phi i64 [ %"$phi338.0.2.0", %B298 ], [ %.2171, %B1828 ], [ %.1892, %B1656 ], [ %.1388, %B1382 ], [ %n.4.2, %B1794 ]
  store i64 %n.4.2.lcssa87.sink, ptr %retptr, align 8
  ret i32 0

B724:                                             ; preds = %B672.endif, %B378.endif.endif.endif.endif
  %"$phi724.0.2.0" = phi double [ %.538, %B672.endif ], [ 0x7FF0000000000000, %B378.endif.endif.endif.endif ]
  %.553 = fcmp une double %.163, 0.000000e+00
  br i1 %.553, label %B738.endif, label %B790

B790:                                             ; preds = %B738.endif, %B724
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
  %sunkaddr = shl i64 %.874, 3
  %sunkaddr129 = getelementptr i8, ptr %invariant.gep124, i64 %sunkaddr
  %sunkaddr130 = getelementptr i8, ptr %sunkaddr129, i64 24
  %.1087 = load double, ptr %sunkaddr130, align 8
  %sunkaddr133 = getelementptr i8, ptr %sunkaddr129, i64 32
  %.1117 = load double, ptr %sunkaddr133, align 8
  %sunkaddr136 = getelementptr i8, ptr %sunkaddr129, i64 40
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

B1336:                                            ; preds = %B1190.endif, %B1060.endif, %B942.endif, %B1314, %B1290, %B178.i26
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
  %sunkaddr137 = shl i64 %.1446.peel, 3
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
  %sunkaddr140 = shl i64 %.1446.peel786, 3
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

B1622:                                            ; preds = %B942.endif, %B1566.peel806, %B1566.peel, %B1336
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
  %.2033 = add i64 %r.2.0, %"$phi658.0.2.0"
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

B0.endif.endif.endif.endif.endif.endif:           ; preds = %B100.endif.endif.i47, %B16.i60
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

B942.endif:                                       ; preds = %B1740, %B942.endif.outer
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

B1190.endif:                                      ; preds = %B136.endif.i32, %B82.endif.i37, %B178.i26
  %start.2.0.sink.i29 = phi double [ %at.2.0, %B136.endif.i32 ], [ %.11.i.i41, %B82.endif.i37 ], [ %at.2.0, %B178.i26 ]
  %end.2.0.sink.i30 = phi double [ %.11.i2.i36, %B136.endif.i32 ], [ %.16.i, %B82.endif.i37 ], [ %.16.i, %B178.i26 ]
  %.1198 = fcmp ugt double %start.2.0.sink.i29, %end.2.0.sink.i30
  br i1 %.1198, label %B1336, label %B1290
}

declare void @llvm.lifetime.end.p0(ptr captures(none)) #2

declare double @llvm.fabs.f64(double) #1

declare double @llvm.floor.f64(double) #1

attributes #0 = { nofree norecurse nosync nounwind memory(argmem: readwrite) }
attributes #1 = { mustprogress nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none) }
attributes #2 = { mustprogress nocallback nofree nosync nounwind willreturn memory(argmem: readwrite) }

!0 = !{!"branch_weights", i32 49, i32 1}
!1 = !{!2}
!2 = distinct !{!2, !3, !"_ZN14lesion_toolkit11measurement15parallel_chords6_stripB3v46B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dEd5ArrayIdLi1E1C7mutable7alignedE5ArrayIdLi2E1C7mutable7alignedE: %retptr"}
!3 = distinct !{!3, !"_ZN14lesion_toolkit11measurement15parallel_chords6_stripB3v46B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dEd5ArrayIdLi1E1C7mutable7alignedE5ArrayIdLi2E1C7mutable7alignedE"}
!4 = !{!5, !7}
!5 = distinct !{!5, !6, !"_ZN14lesion_toolkit11measurement15parallel_chords7_betterB3v49B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29dddd5ArrayIdLi2E1C7mutable7alignedE8UniTupleIdLi5EE: %retptr"}
!6 = distinct !{!6, !"_ZN14lesion_toolkit11measurement15parallel_chords7_betterB3v49B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29dddd5ArrayIdLi2E1C7mutable7alignedE8UniTupleIdLi5EE"}
!7 = distinct !{!7, !6, !"_ZN14lesion_toolkit11measurement15parallel_chords7_betterB3v49B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29dddd5ArrayIdLi2E1C7mutable7alignedE8UniTupleIdLi5EE: %excinfo"}
!8 = !{!9, !11, !5, !7}
!9 = distinct !{!9, !10, !"_ZN14lesion_toolkit11measurement15parallel_chords12_all_on_lineB3v50B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddd5ArrayIdLi2E1C7mutable7alignedE: %retptr"}
!10 = distinct !{!10, !"_ZN14lesion_toolkit11measurement15parallel_chords12_all_on_lineB3v50B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddd5ArrayIdLi2E1C7mutable7alignedE"}
!11 = distinct !{!11, !10, !"_ZN14lesion_toolkit11measurement15parallel_chords12_all_on_lineB3v50B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddd5ArrayIdLi2E1C7mutable7alignedE: %excinfo"}
!12 = !{!13, !5, !7}
!13 = distinct !{!13, !14, !"_ZN14lesion_toolkit11measurement5chord11longest_runB3v34B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedExd: %retptr"}
!14 = distinct !{!14, !"_ZN14lesion_toolkit11measurement5chord11longest_runB3v34B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedExd"}
!15 = !{!16, !18}
!16 = distinct !{!16, !17, !"_ZN14lesion_toolkit11measurement15parallel_chords12_all_on_lineB3v50B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddd5ArrayIdLi2E1C7mutable7alignedE: %retptr"}
!17 = distinct !{!17, !"_ZN14lesion_toolkit11measurement15parallel_chords12_all_on_lineB3v50B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddd5ArrayIdLi2E1C7mutable7alignedE"}
!18 = distinct !{!18, !17, !"_ZN14lesion_toolkit11measurement15parallel_chords12_all_on_lineB3v50B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddd5ArrayIdLi2E1C7mutable7alignedE: %excinfo"}
!19 = !{!20, !22}
!20 = distinct !{!20, !21, !"_ZN14lesion_toolkit11measurement15parallel_chords12_all_on_lineB3v50B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddd5ArrayIdLi2E1C7mutable7alignedE: %retptr"}
!21 = distinct !{!21, !"_ZN14lesion_toolkit11measurement15parallel_chords12_all_on_lineB3v50B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddd5ArrayIdLi2E1C7mutable7alignedE"}
!22 = distinct !{!22, !21, !"_ZN14lesion_toolkit11measurement15parallel_chords12_all_on_lineB3v50B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddd5ArrayIdLi2E1C7mutable7alignedE: %excinfo"}
!23 = !{!24, !26}
!24 = distinct !{!24, !25, !"_ZN14lesion_toolkit11measurement15parallel_chords7_betterB3v49B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29dddd5ArrayIdLi2E1C7mutable7alignedE8UniTupleIdLi5EE: %retptr"}
!25 = distinct !{!25, !"_ZN14lesion_toolkit11measurement15parallel_chords7_betterB3v49B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29dddd5ArrayIdLi2E1C7mutable7alignedE8UniTupleIdLi5EE"}
!26 = distinct !{!26, !25, !"_ZN14lesion_toolkit11measurement15parallel_chords7_betterB3v49B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29dddd5ArrayIdLi2E1C7mutable7alignedE8UniTupleIdLi5EE: %excinfo"}
!27 = !{!28, !30, !24, !26}
!28 = distinct !{!28, !29, !"_ZN14lesion_toolkit11measurement15parallel_chords12_all_on_lineB3v50B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddd5ArrayIdLi2E1C7mutable7alignedE: %retptr"}
!29 = distinct !{!29, !"_ZN14lesion_toolkit11measurement15parallel_chords12_all_on_lineB3v50B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddd5ArrayIdLi2E1C7mutable7alignedE"}
!30 = distinct !{!30, !29, !"_ZN14lesion_toolkit11measurement15parallel_chords12_all_on_lineB3v50B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE265Outline_28array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20array_28uint8_2c_202d_2c_20C_29_2c_20array_28float64_2c_203d_2c_20C_29_2c_20array_28float64_2c_202d_2c_20C_29_2c_20float64_2c_20float64_29ddd5ArrayIdLi2E1C7mutable7alignedE: %excinfo"}
!31 = !{!32, !24, !26}
!32 = distinct !{!32, !33, !"_ZN14lesion_toolkit11measurement5chord11longest_runB3v34B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedExd: %retptr"}
!33 = distinct !{!33, !"_ZN14lesion_toolkit11measurement5chord11longest_runB3v34B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIdLi2E1C7mutable7alignedExd"}
!34 = distinct !{!34, !35, !36}
!35 = !{!"llvm.loop.isvectorized", i32 1}
!36 = !{!"llvm.loop.unroll.runtime.disable"}
!37 = distinct !{!37, !36, !35}
!38 = !{!39}
!39 = distinct !{!39, !40, !"_ZN14lesion_toolkit11measurement15parallel_chords6_stripB3v46B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dEd5ArrayIdLi1E1C7mutable7alignedE5ArrayIdLi2E1C7mutable7alignedE: %retptr"}
!40 = distinct !{!40, !"_ZN14lesion_toolkit11measurement15parallel_chords6_stripB3v46B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dEd5ArrayIdLi1E1C7mutable7alignedE5ArrayIdLi2E1C7mutable7alignedE"}
